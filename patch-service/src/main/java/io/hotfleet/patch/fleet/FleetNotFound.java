package io.hotfleet.patch.fleet;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// There is no fleet of this id.
public final class FleetNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    public FleetNotFound(FleetId id) {
        super(ProblemType.FLEET_NOT_FOUND, "There is no fleet '%s'.".formatted(id));
    }
}
