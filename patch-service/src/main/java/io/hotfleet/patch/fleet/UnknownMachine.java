package io.hotfleet.patch.fleet;

import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.util.List;

/// A body names a machine that the fleet does not have: nothing of it is applied.
public final class UnknownMachine extends ProblemException {
    private static final long serialVersionUID = 1L;

    public UnknownMachine(String pointer, String name) {
        this(List.of(fault(pointer, name)));
    }

    /// @param faults one or more
    public UnknownMachine(List<Fault> faults) {
        super(
                ProblemType.UNKNOWN_MACHINE,
                "%s: %s."
                        .formatted(
                                faults.getFirst().pointer(), faults.getFirst().detail()),
                faults);
    }

    public static Fault fault(String pointer, String name) {
        return Fault.at(pointer, "the fleet has no machine '%s'".formatted(name));
    }
}
