package io.hotfleet.licensing.entitlement;

import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.machine.Machine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is signed: of each machine whether it may hotpatch, and since when.
@RegisterForReflection(registerFullHierarchy = true)
record Claims(String iss, FleetId fleet, Instant issuedAt, Instant validUntil, List<Entry> entitlements) {
    static final String ISSUER = "hotfleet-licensing";

    /// `gates`: those that do not pass, the deciding one first; `from`: the minute since which they are these.
    record Entry(MachineId machine, boolean hotpatch, List<Gate> gates, Instant from) {
        static Entry of(MachineId machine, Standing standing) {
            return new Entry(machine, standing.gates().isEmpty(), standing.gates(), standing.from());
        }
    }

    private record Standing(List<Gate> gates, Instant from) {
        static Standing of(Timeline timeline, Instant present) {
            return new Standing(
                    gates(timeline.at(present).facts()), timeline.holdsSince(present, facts -> gates(facts)));
        }

        private static List<Gate> gates(Facts facts) {
            return Eligibility.decide(facts).decidingFirst();
        }
    }

    static List<Entry> entries(List<Machine> machines, Instant present) {
        Map<Timeline, Standing> standings = new HashMap<>();
        return machines.stream()
                .map(machine -> Entry.of(
                        machine.id(),
                        standings.computeIfAbsent(machine.timeline(), timeline -> Standing.of(timeline, present))))
                .toList();
    }
}
