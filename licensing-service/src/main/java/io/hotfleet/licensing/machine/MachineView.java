package io.hotfleet.licensing.machine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Span;
import io.hotfleet.licensing.eligibility.Verdict;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.licence.Enrolment;
import io.hotfleet.licensing.licence.LicenceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A machine as it is now.
record MachineView(
        MachineId machine, String cluster, String hardwareId, Instant since, Facts facts, Verdict eligibility) {
    /// A machine as it is now, and how its facts came about.
    record History(@JsonUnwrapped MachineView present, List<Span> timeline) {}

    /// `licence` is what a switch brought about last, absent if none was ever touched.
    static MachineView of(Machine machine, Optional<LicenceState> licence, Instant present) {
        Span span = machine.timeline().at(present);
        return new MachineView(
                machine.id(),
                machine.cluster(),
                machine.hardwareId(),
                span.since(),
                span.facts(),
                Enrolment.of(licence, machine.timeline(), present).verdict());
    }
}
