package io.hotfleet.patch.entitlement;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// The keys of licensing-service cannot be had right now; the same call may succeed later.
final class LicensingUnavailable extends ProblemException {
    private static final long serialVersionUID = 1L;

    LicensingUnavailable(String url, Throwable cause) {
        super(ProblemType.SERVICE_UNAVAILABLE, "The keys at %s cannot be fetched; try again.".formatted(url));
        initCause(cause);
    }
}
