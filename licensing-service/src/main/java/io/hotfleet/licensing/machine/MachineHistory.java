package io.hotfleet.licensing.machine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotfleet.licensing.timeline.Span;
import java.time.Instant;
import java.util.List;

/// A machine as it is now, and how its facts came about.
record MachineHistory(@JsonUnwrapped MachineView present, List<Span> timeline) {
    static MachineHistory of(Machine machine, Instant present) {
        return new MachineHistory(
                MachineView.of(machine, present), machine.timeline().spans());
    }
}
