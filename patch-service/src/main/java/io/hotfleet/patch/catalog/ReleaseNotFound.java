package io.hotfleet.patch.catalog;

import io.hotfleet.rest.ProblemException;

/// The catalogue does not hold this release for this product.
public final class ReleaseNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ReleaseNotFound(String product, String kb) {
        super("release-not-found", 404, "The catalogue knows no %s of %s.".formatted(kb, product));
    }
}
