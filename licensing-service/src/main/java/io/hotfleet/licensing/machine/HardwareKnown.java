package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.web.FieldError;
import io.hotfleet.licensing.web.Refusal;
import java.util.List;

/// An inventory knows machines by name, and hardware belongs to one of them.
final class HardwareKnown extends Refusal {
    private static final long serialVersionUID = 1L;

    HardwareKnown(List<FieldError> errors) {
        super(
                409,
                "hardware-known",
                "The hardware is known under another name",
                "A hardware id is one machine's: tell it under the name that the machine has here, or leave it out.",
                errors);
    }
}
