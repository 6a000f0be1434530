package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.util.Collection;

public final class MachineNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED_MAX = 5;

    public MachineNotFound(FleetId fleet, Collection<MachineId> machines) {
        super(
                ProblemType.MACHINE_NOT_FOUND,
                "Fleet '" + fleet + "' has no machine "
                        + String.join(
                                ", ",
                                machines.stream()
                                        .limit(NAMED_MAX)
                                        .map(MachineId::value)
                                        .toList())
                        + (machines.size() > NAMED_MAX ? " and " + (machines.size() - NAMED_MAX) + " more." : "."));
    }
}
