package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

final class NameTaken extends ProblemException {
    private static final long serialVersionUID = 1L;

    NameTaken(MachineId machine) {
        super(
                ProblemType.MACHINE_NAME_TAKEN,
                "Another machine of this fleet is called '" + machine + "' and has another hardware id.");
    }
}
