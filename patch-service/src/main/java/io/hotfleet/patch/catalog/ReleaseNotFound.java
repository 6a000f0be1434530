package io.hotfleet.patch.catalog;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// The catalogue does not hold this release for this product.
public final class ReleaseNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ReleaseNotFound(String product, String kb) {
        super(ProblemType.RELEASE_NOT_FOUND, "The catalogue knows no %s of %s.".formatted(kb, product));
    }
}
