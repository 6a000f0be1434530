package io.hotfleet.licensing.machine;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.util.Collection;

public final class MachineNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED_MAX = 5;

    public MachineNotFound(String fleet, Collection<String> machines) {
        super(
                ProblemType.MACHINE_NOT_FOUND,
                "Fleet '" + fleet + "' has no machine "
                        + String.join(", ", machines.stream().limit(NAMED_MAX).toList())
                        + (machines.size() > NAMED_MAX ? " and " + (machines.size() - NAMED_MAX) + " more." : "."));
    }
}
