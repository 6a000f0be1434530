package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Finding;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.Verdict;
import io.hotfleet.licensing.fleet.MachineId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The facts that make a machine eligible: `now` those that need no restart, `atRestart` the others.
record Fix(MachineId machine, List<Gate> gates, Facts now, Facts atRestart) {
    static Fix of(MachineId machine, Verdict verdict) {
        Map<Fact, String> now = new EnumMap<>(Fact.class);
        Map<Fact, String> atRestart = new EnumMap<>(Fact.class);
        for (Finding finding : verdict.gates()) {
            Map<Fact, String> when = finding.restart() ? atRestart : now;
            when.put(finding.gate().fact(), finding.gate().passing());
        }
        List<Gate> gates = verdict.gates().stream().map(Finding::gate).toList();
        return new Fix(machine, gates, new Facts(now), new Facts(atRestart));
    }
}
