package io.hotfleet.patch.fleet;

import io.hotfleet.patch.web.Problem.Fault;
import io.hotfleet.patch.web.ProblemException;
import java.util.List;

/// A body names a machine that the fleet does not have: nothing of it is applied.
public final class UnknownMachine extends ProblemException {
    private static final long serialVersionUID = 1L;

    public UnknownMachine(String pointer, String name) {
        super(
                "unknown-machine",
                422,
                "%s: the fleet has no machine '%s'.".formatted(pointer, name),
                List.of(new Fault(pointer, "the fleet has no machine '%s'".formatted(name))));
    }
}
