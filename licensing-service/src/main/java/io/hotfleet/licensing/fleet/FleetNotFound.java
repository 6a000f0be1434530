package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.Refusal;

final class FleetNotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    FleetNotFound(String fleet) {
        super(404, "fleet-not-found", "No such fleet", "There is no fleet '" + fleet + "'; PUT it first.");
    }
}
