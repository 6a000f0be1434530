package io.hotfleet.licensing.eligibility;

import java.util.ArrayList;
import java.util.List;

/// The decision: which gates of its route a machine passes.
public final class Eligibility {
    private Eligibility() {}

    public static Verdict decide(Facts facts) {
        Route route = Route.of(facts);
        List<Finding> findings = new ArrayList<>();
        for (Gate gate : route.gates()) {
            Answer answer = gate.answer(facts, route);
            if (answer != Answer.PASS) {
                findings.add(Finding.of(gate, answer, facts, route));
            }
        }
        return Verdict.of(List.copyOf(findings), PortalStatus.of(facts));
    }
}
