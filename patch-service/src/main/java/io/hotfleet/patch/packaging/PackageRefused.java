package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.rest.ProblemException;

/// A package from elsewhere that is not accepted; the problem's code tells the flaw.
final class PackageRefused extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;

    PackageRefused(SignatureInvalid broken) {
        super("package-" + broken.fault().code(), UNPROCESSABLE, broken.getMessage());
    }
}
