package io.hotfleet.patch.packaging;

import io.hotfleet.patch.seal.SealBroken;
import io.hotfleet.patch.web.ProblemException;

/// A package from elsewhere that is not accepted; the problem's code tells the flaw.
final class PackageRefused extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;

    PackageRefused(SealBroken broken) {
        super("package-" + broken.flaw().code(), UNPROCESSABLE, broken.getMessage());
    }
}
