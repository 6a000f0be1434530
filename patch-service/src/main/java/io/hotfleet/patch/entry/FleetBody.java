package io.hotfleet.patch.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.plan.Assumptions;
import io.hotfleet.patch.plan.FleetDefinition;
import io.hotfleet.patch.plan.Policy;
import io.hotfleet.patch.plan.Policy.Ring;
import io.hotfleet.patch.plan.Strategy;
import io.hotfleet.patch.release.Release;
import io.hotfleet.patch.release.ReleaseRows;
import io.hotfleet.patch.web.ProblemException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a fleet is told. Without `strategy`, `from` and `to` it is a live one, on the wall clock.
///
/// @param releases rows in the form of the release data, for this fleet alone
record FleetBody(
        Strategy strategy,
        YearMonth from,
        YearMonth to,
        Long seed,
        Policy policy,
        Assumptions assumptions,
        JsonNode releases) {
    private static final int MONTHS_MAX = 120;
    private static final int RINGS_MAX = 100;
    private static final int MINUTES_MAX = 527_040;
    private static final int SECONDS_MAX = 604_800;
    private static final double PERCENT_MAX = 100;

    FleetDefinition checked() {
        boolean complete = strategy != null && from != null && to != null;
        boolean live = strategy == null && from == null && to == null;
        if (!complete && !live) {
            throw ProblemException.invalid("/strategy", "strategy, from and to belong together; a live fleet has none");
        }
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
        return new FleetDefinition(strategy, from, to, seed, policy, assumptions, rows);
    }

    private static void check(Policy policy) {
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
