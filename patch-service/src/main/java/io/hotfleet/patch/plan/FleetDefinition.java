package io.hotfleet.patch.plan;

import io.hotfleet.patch.release.Release;
import java.time.YearMonth;
import java.util.List;

/// What a fleet is told once, when it is made.
///
/// @param strategy null for a live fleet
/// @param from first month of a rehearsal; null for a live fleet, which lives on the wall clock and takes every month
/// @param releases rows that hold for this fleet alone
public record FleetDefinition(
        Strategy strategy,
        YearMonth from,
        YearMonth to,
        Long seed,
        Policy policy,
        Assumptions assumptions,
        List<Release> releases) {
    public FleetDefinition {
        strategy = strategy == null ? Strategy.HOTPATCH : strategy;
        seed = seed == null ? Long.valueOf(1) : seed;
        policy = policy == null ? Policy.DEFAULT : policy;
        assumptions = assumptions == null ? Assumptions.DEFAULT : assumptions;
        releases = releases == null ? List.of() : List.copyOf(releases);
    }

    public boolean live() {
        return from == null;
    }

    public boolean covers(YearMonth month) {
        return live() || (!month.isBefore(from) && !month.isAfter(to));
    }
}
