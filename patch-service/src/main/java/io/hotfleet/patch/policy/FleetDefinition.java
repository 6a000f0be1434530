package io.hotfleet.patch.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.patch.catalog.Release;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// What a fleet is told once, when it is made.
///
/// @param strategy HOTPATCH where none is told
/// @param from first month of a rehearsal; null for a live fleet, which takes every month
/// @param releases rows that hold for this fleet alone
/// @param clock of a live fleet; null for the wall clock
/// @param heartbeatSeconds real seconds without a sign after which a live machine is down; null for never
/// @param rebootTimeoutSeconds the same for a machine that has a command to answer; null for 15 minutes
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FleetDefinition(
        Strategy strategy,
        YearMonth from,
        YearMonth to,
        Long seed,
        Policy policy,
        Assumptions assumptions,
        List<Release> releases,
        Pace clock,
        Integer heartbeatSeconds,
        Integer rebootTimeoutSeconds) {
    /// @param at what the clock shows when the fleet is made; null for the wall clock's time
    /// @param factor fleet seconds that pass in a real one; null for 1
    public record Pace(Instant at, Double factor) {}

    public FleetDefinition {
        strategy = strategy == null ? Strategy.HOTPATCH : strategy;
        seed = seed == null ? Long.valueOf(1) : seed;
        policy = policy == null ? Policy.DEFAULT : policy;
        assumptions = assumptions == null ? Assumptions.DEFAULT : assumptions;
        releases = releases == null ? List.of() : List.copyOf(releases);
    }

    public static FleetDefinition rehearsal(
            Strategy strategy, YearMonth from, YearMonth to, Policy policy, Assumptions assumptions) {
        return new FleetDefinition(strategy, from, to, 1L, policy, assumptions, null, null, null, null);
    }

    public FleetDefinition with(Policy now) {
        return new FleetDefinition(
                strategy, from, to, seed, now, assumptions, releases, clock, heartbeatSeconds, rebootTimeoutSeconds);
    }

    public boolean live() {
        return from == null;
    }

    public boolean covers(YearMonth month) {
        return live() || (!month.isBefore(from) && !month.isAfter(to));
    }
}
