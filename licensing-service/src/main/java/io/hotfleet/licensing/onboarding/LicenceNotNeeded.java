package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// Azure Edition includes hotpatching, clients have it from their user's plan.
final class LicenceNotNeeded extends ProblemException {
    private static final long serialVersionUID = 1L;

    LicenceNotNeeded(MachineId machine) {
        super(
                ProblemType.LICENCE_NOT_NEEDED,
                "'" + machine
                        + "' has hotpatching with its edition or its user's plan; there is no licence to switch.");
    }
}
