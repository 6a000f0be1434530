package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// A package from elsewhere that is not accepted; the type tells the fault.
final class PackageRefused extends ProblemException {
    private static final long serialVersionUID = 1L;

    PackageRefused(SignatureInvalid broken) {
        super(ProblemType.valueOf("PACKAGE_" + broken.fault().name()), broken.getMessage());
    }
}
