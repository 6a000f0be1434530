package io.hotfleet.patch.entitlement;

import io.hotfleet.rest.ProblemException;

/// The keys of licensing-service cannot be had right now; the same call may succeed later.
final class LicensingUnavailable extends ProblemException {
    private static final long serialVersionUID = 1L;

    LicensingUnavailable(String url, Throwable cause) {
        super("licensing-unavailable", 503, "The keys at %s cannot be fetched; try again.".formatted(url));
        initCause(cause);
    }
}
