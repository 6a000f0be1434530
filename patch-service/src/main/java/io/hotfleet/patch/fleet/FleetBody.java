package io.hotfleet.patch.fleet;

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
import io.hotfleet.rest.Parameters;
import io.hotfleet.rest.ProblemException;
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
        boolean complete = strategy != null && from != null && to != null;
        boolean live = from == null && to == null;
        if (!complete && !live) {
            throw ProblemException.invalid(
                    "/strategy", "a rehearsal has strategy, from and to; a live fleet no from and to");
        }
        checkLive(live);
        if (complete && (to.isBefore(from) || from.until(to, ChronoUnit.MONTHS) >= MONTHS_MAX)) {
            throw ProblemException.invalid("/to", "must be at most %d months from %s on".formatted(MONTHS_MAX, from));
        }
        if (policy != null) {
            check(policy);
        }
        if (assumptions != null) {
            check(assumptions);
        }
        boolean none = releases == null || releases.isNull();
        List<Release> rows = none ? List.of() : ReleaseRows.read(releases, "/releases");
        return new FleetDefinition(
                strategy, from, to, seed, policy, assumptions, rows, clock, heartbeatSeconds, rebootTimeoutSeconds);
    }

    private void checkLive(boolean live) {
        if (!live && (clock != null || heartbeatSeconds != null || rebootTimeoutSeconds != null)) {
            throw ProblemException.invalid(
                    "/clock", "a rehearsal has neither clock nor heartbeatSeconds nor rebootTimeoutSeconds");
        }
        silence("/heartbeatSeconds", heartbeatSeconds);
        silence("/rebootTimeoutSeconds", rebootTimeoutSeconds);
        if (rebootTimeoutSeconds != null && heartbeatSeconds == null) {
            throw ProblemException.invalid(
                    "/rebootTimeoutSeconds", "needs heartbeatSeconds beside it, without which nobody is down");
        }
        if (clock != null && clock.at() != null) {
            Parameters.time("/clock/at", clock.at());
        }
        if (clock != null && clock.factor() != null && !FleetClock.bears(clock.factor())) {
            throw ProblemException.invalid(
                    "/clock/factor",
                    "%s is not between 0 and %,d".formatted(clock.factor(), (long) FleetClock.FACTOR_MAX));
        }
    }

    private static void silence(String pointer, Integer value) {
        if (value != null && (value < 1 || value > SILENCE_SECONDS_MAX)) {
            throw ProblemException.invalid(
                    pointer, "%d is not between 1 and %,d".formatted(value, SILENCE_SECONDS_MAX));
        }
    }

    private static void check(FailureGate gate) {
        if (gate.number() != null && gate.number() < 0) {
            throw ProblemException.invalid("/policy/failureGate/number", "numbers are not negative");
        }
        if (gate.sharePercent() != null && !(gate.sharePercent() >= 0 && gate.sharePercent() <= PERCENT_MAX)) {
            throw ProblemException.invalid("/policy/failureGate/sharePercent", "a share is between 0 and 100");
        }
    }

    static void check(Policy policy) {
        if (policy.failureGate() != null) {
            check(policy.failureGate());
        }
        minutes("/policy/clusterSoakMinutes", policy.clusterSoakMinutes());
        List<Ring> rings = policy.rings();
        if (rings.size() > RINGS_MAX) {
            throw ProblemException.invalid("/policy/rings", "at most %d rings are accepted".formatted(RINGS_MAX));
        }
        double before = 0;
        for (int i = 0; i < rings.size(); i++) {
            Ring ring = rings.get(i);
            String at = "/policy/rings/" + i;
            if (!(ring.sharePercent() > before && ring.sharePercent() <= PERCENT_MAX)) {
                throw ProblemException.invalid(
                        at + "/sharePercent", "shares are cumulative: more than %s, at most 100".formatted(before));
            }
            minutes(at + "/soakMinutes", ring.soakMinutes());
            before = ring.sharePercent();
        }
        if (before < PERCENT_MAX) {
            throw ProblemException.invalid("/policy/rings", "the last ring's share must be 100");
        }
    }

    private static void check(Assumptions assumed) {
        seconds("/assumptions/hotpatchInstall", assumed.hotpatchInstall().seconds());
        seconds("/assumptions/cumulativeInstall", assumed.cumulativeInstall().seconds());
        seconds("/assumptions/restart", assumed.restart().seconds());
        seconds("/assumptions/drainPerRole", assumed.drainPerRole().seconds());
        assumed.roleInterruptionSeconds()
                .forEach((type, value) -> seconds("/assumptions/roleInterruptionSeconds/" + type, value));
    }

    private static void minutes(String pointer, int value) {
        if (value < 0 || value > MINUTES_MAX) {
            throw ProblemException.invalid(pointer, "%d is not between 0 and %,d".formatted(value, MINUTES_MAX));
        }
    }

    private static void seconds(String pointer, int value) {
        if (value < 0 || value > SECONDS_MAX) {
            throw ProblemException.invalid(pointer, "%d is not between 0 and %,d".formatted(value, SECONDS_MAX));
        }
    }
}
