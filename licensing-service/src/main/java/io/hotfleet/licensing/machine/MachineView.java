package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.PortalStatus;
import io.hotfleet.licensing.eligibility.Route;
import io.hotfleet.licensing.eligibility.Verdict;
import io.hotfleet.licensing.timeline.Span;
import io.hotfleet.licensing.timeline.Timeline;
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
                verdict(machine.timeline(), span));
    }

    /// A licence's history is what the facts of a moment do not tell: given back, or on its way.
    private static Verdict verdict(Timeline timeline, Span now) {
        Verdict verdict = Eligibility.decide(now.facts());
        if (Route.of(now.facts()) != Route.ARC_LICENCE) {
            return verdict;
        }
        boolean enabled = now.facts().is(Fact.LICENCE, "enabled");
        boolean pending = timeline.spans().stream()
                .filter(span -> span.since().isAfter(now.since()))
                .anyMatch(span -> span.facts().is(Fact.LICENCE, "enabled") != enabled);
        if (pending) {
            return verdict.shownAs(PortalStatus.PENDING);
        }
        boolean givenBack = !enabled
                && timeline.spans().stream().anyMatch(span -> span.facts().is(Fact.LICENCE, "enabled"));
        return givenBack ? verdict.shownAs(PortalStatus.CANCELED) : verdict;
    }
}
