package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.Refusal;

/// A fleet's clock is set once: facts and entitlements hang on it.
final class FleetIsOtherwise extends Refusal {
    private static final long serialVersionUID = 1L;

    FleetIsOtherwise(Fleet stored) {
        super(
                409,
                "fleet-exists",
                "The fleet exists with another clock",
                "Fleet '" + stored.id() + "' has at=" + stored.at() + " and until=" + stored.until()
                        + "; DELETE it before it can be set up otherwise.");
    }
}
