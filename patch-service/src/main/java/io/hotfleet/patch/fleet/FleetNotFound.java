package io.hotfleet.patch.fleet;

import io.hotfleet.patch.web.ProblemException;

/// There is no fleet of this id.
public final class FleetNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    FleetNotFound(FleetId id) {
        super("fleet-not-found", 404, "There is no fleet '%s'.".formatted(id));
    }
}
