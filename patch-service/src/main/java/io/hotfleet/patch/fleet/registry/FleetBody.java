package io.hotfleet.patch.fleet.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.ReleaseRows;
import io.hotfleet.patch.policy.Assumptions;
import io.hotfleet.patch.policy.FailureGate;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.FleetDefinition.Pace;
import io.hotfleet.patch.policy.Policy;
import io.hotfleet.patch.policy.Policy.Ring;
import io.hotfleet.patch.policy.Strategy;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.Parameters;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a fleet is told. Without `from` and `to` it is a live one.
///
/// @param releases rows in the form of the release data, for this fleet alone
record FleetBody(
        Strategy strategy,
        YearMonth from,
        YearMonth to,
        Long seed,
        Policy policy,
        Assumptions assumptions,
        JsonNode releases,
        Pace clock,
        Integer heartbeatSeconds,
        Integer rebootTimeoutSeconds) {
    private static final int MONTHS_MAX = 120;
    private static final int RINGS_MAX = 100;
    private static final int MINUTES_MAX = 527_040;
    private static final int SECONDS_MAX = 604_800;
    private static final double PERCENT_MAX = 100;
    private static final int SILENCE_SECONDS_MAX = 86_400;

    FleetDefinition checked() {
        Faults faults = new Faults();
        boolean complete = strategy != null && from != null && to != null;
        boolean live = from == null && to == null;
        if (!complete && !live) {
            faults.add("/strategy", "a rehearsal has strategy, from and to; a live fleet no from and to");
        }
        if (complete && (to.isBefore(from) || from.until(to, ChronoUnit.MONTHS) >= MONTHS_MAX)) {
            faults.add("/to", "must be at most %d months from %s on".formatted(MONTHS_MAX, from));
        }
        checkLive(faults, live);
        if (policy != null) {
            check(faults, policy, "/policy");
        }
        if (assumptions != null) {
            check(faults, assumptions);
        }
        faults.throwIfAny();
        if (clock != null && clock.at() != null) {
            Parameters.time("/clock/at", clock.at());
        }
        boolean none = releases == null || releases.isNull();
        List<Release> rows = none ? List.of() : ReleaseRows.read(releases, "/releases");
        return new FleetDefinition(
                strategy, from, to, seed, policy, assumptions, rows, clock, heartbeatSeconds, rebootTimeoutSeconds);
    }

    private void checkLive(Faults faults, boolean live) {
        if (!live && (clock != null || heartbeatSeconds != null || rebootTimeoutSeconds != null)) {
            faults.add("/clock", "a rehearsal has neither clock nor heartbeatSeconds nor rebootTimeoutSeconds");
        }
        silence(faults, "/heartbeatSeconds", heartbeatSeconds);
        silence(faults, "/rebootTimeoutSeconds", rebootTimeoutSeconds);
        if (rebootTimeoutSeconds != null && heartbeatSeconds == null) {
            faults.add("/rebootTimeoutSeconds", "needs heartbeatSeconds beside it, without which nobody is down");
        }
        if (clock != null && clock.factor() != null && !FleetClock.bears(clock.factor())) {
            faults.add("/clock/factor", "%s is not between 0 and %,d".formatted(clock.factor(), (long)
                            FleetClock.FACTOR_MAX));
        }
    }

    private static void silence(Faults faults, String pointer, Integer value) {
        if (value != null && (value < 1 || value > SILENCE_SECONDS_MAX)) {
            faults.add(pointer, "%d is not between 1 and %,d".formatted(value, SILENCE_SECONDS_MAX));
        }
    }

    private static void check(Faults faults, FailureGate gate, String at) {
        if (gate.number() != null && gate.number() < 0) {
            faults.add(at + "/number", "numbers are not negative");
        }
        if (gate.sharePercent() != null && !(gate.sharePercent() >= 0 && gate.sharePercent() <= PERCENT_MAX)) {
            faults.add(at + "/sharePercent", "a share is between 0 and 100");
        }
    }

    /// @param at where the policy is in the body
    static void check(Faults faults, Policy policy, String at) {
        if (policy.failureGate() != null) {
            check(faults, policy.failureGate(), at + "/failureGate");
        }
        upTo(faults, at + "/clusterSoakMinutes", policy.clusterSoakMinutes(), MINUTES_MAX);
        List<Ring> rings = policy.rings();
        if (rings.size() > RINGS_MAX) {
            faults.add(at + "/rings", "at most %d rings are accepted".formatted(RINGS_MAX));
            return;
        }
        double before = 0;
        for (int i = 0; i < rings.size(); i++) {
            Ring ring = rings.get(i);
            String place = at + "/rings/" + i;
            if (!(ring.sharePercent() > before && ring.sharePercent() <= PERCENT_MAX)) {
                faults.add(
                        place + "/sharePercent", "shares are cumulative: more than %s, at most 100".formatted(before));
            }
            upTo(faults, place + "/soakMinutes", ring.soakMinutes(), MINUTES_MAX);
            before = ring.sharePercent();
        }
        if (before < PERCENT_MAX) {
            faults.add(at + "/rings", "the last ring's share must be 100");
        }
    }

    private static void check(Faults faults, Assumptions assumed) {
        upTo(faults, "/assumptions/hotpatchInstall", assumed.hotpatchInstall().seconds(), SECONDS_MAX);
        upTo(
                faults,
                "/assumptions/cumulativeInstall",
                assumed.cumulativeInstall().seconds(),
                SECONDS_MAX);
        upTo(faults, "/assumptions/restart", assumed.restart().seconds(), SECONDS_MAX);
        upTo(faults, "/assumptions/drainPerRole", assumed.drainPerRole().seconds(), SECONDS_MAX);
        assumed.roleInterruptionSeconds()
                .forEach((type, value) ->
                        upTo(faults, "/assumptions/roleInterruptionSeconds/" + type, value, SECONDS_MAX));
    }

    private static void upTo(Faults faults, String pointer, int value, int valueMax) {
        if (value < 0 || value > valueMax) {
            faults.add(pointer, "%d is not between 0 and %,d".formatted(value, valueMax));
        }
    }
}
