package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Verdict;
import java.time.Instant;

/// A machine as it is now.
public record MachineView(
        String machine, String cluster, String hardwareId, Instant since, Facts facts, Verdict eligibility) {
    static MachineView of(Machine machine, Instant present) {
        Span span = machine.timeline().at(present);
        return new MachineView(
                machine.name(),
                machine.cluster(),
                machine.hardwareId(),
                span.since(),
                span.facts(),
                Eligibility.decide(span.facts()));
    }
}
