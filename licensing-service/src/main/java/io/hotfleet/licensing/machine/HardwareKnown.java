package io.hotfleet.licensing.machine;

import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.util.List;

/// An inventory knows machines by name, and hardware belongs to one of them.
final class HardwareKnown extends ProblemException {
    private static final long serialVersionUID = 1L;

    HardwareKnown(List<Fault> errors) {
        super(
                ProblemType.HARDWARE_KNOWN,
                "A hardware id is one machine's: tell it under the name that the machine has here, or leave it out.",
                errors);
    }
}
