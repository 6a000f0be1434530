package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.web.Refusal;
import java.util.Collection;

public final class MachineNotFound extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int NAMED_MAX = 5;

    public MachineNotFound(String fleet, Collection<String> machines) {
        super(
                404,
                "machine-not-found",
                "No such machine",
                "Fleet '" + fleet + "' has no machine "
                        + String.join(", ", machines.stream().limit(NAMED_MAX).toList())
                        + (machines.size() > NAMED_MAX ? " and " + (machines.size() - NAMED_MAX) + " more." : "."));
    }
}
