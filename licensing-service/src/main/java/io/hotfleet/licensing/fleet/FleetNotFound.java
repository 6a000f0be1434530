package io.hotfleet.licensing.fleet;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

final class FleetNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    public FleetNotFound(FleetId fleet) {
        super(ProblemType.FLEET_NOT_FOUND, "There is no fleet '" + fleet + "'; PUT it first.");
    }
}
