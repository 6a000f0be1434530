package io.hotfleet.licensing.fleet;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// What is asked for exists in live fleets only: in a rehearsal facts are states.
public final class WrongKindOfFleet extends ProblemException {
    private static final long serialVersionUID = 1L;

    private WrongKindOfFleet(FleetId fleet) {
        super(
                ProblemType.NOT_LIVE,
                "Fleet '" + fleet
                        + "' is a rehearsal: it has neither switches nor a clock that runs, and its facts are states."
                        + " PATCH its machines instead, each at its minute.");
    }

    public static Fleet.Live requireLive(Fleet fleet) {
        return switch (fleet) {
            case Fleet.Live live -> live;
            case Fleet.Rehearsal rehearsal -> throw new WrongKindOfFleet(rehearsal.id());
        };
    }
}
