package io.hotfleet.patch.outcome;

import io.hotfleet.patch.catalog.RegularOffer;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.fleet.Topology;
import io.hotfleet.patch.outcome.FleetSummary.Cluster;
import io.hotfleet.patch.outcome.FleetSummary.Warning;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.patch.policy.Assumptions;
import io.hotfleet.patch.policy.FleetPlan;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// What a reader has to know before he believes the figures.
final class Warnings {
    private static final int NAMES_MAX = 5;

    private final FleetPlan plan;
    private final Topology topology;
    private final List<Warning> all = new ArrayList<>();

    private Warnings(FleetPlan plan, Topology topology) {
        this.plan = plan;
        this.topology = topology;
    }

    static List<Warning> of(FleetPlan plan, Topology topology, List<Cluster> clusters, int unknownKbs) {
        Warnings warnings = new Warnings(plan, topology);
        topology.products().forEach(warnings::months);
        if (unknownKbs > 0) {
            warnings.add(
                    "UNKNOWN_KB", "%d machine(s) have a KB that the catalogue does not know.".formatted(unknownKbs));
        }
        warnings.windows();
        clusters.forEach(warnings::overruns);
        return warnings.all;
    }

    private void months(String product) {
        boolean hotpatches = plan.definition().strategy().hotpatches()
                && plan.catalogue().releases(product).stream().anyMatch(r -> r.kind() == Kind.HOTPATCH);
        for (YearMonth month : plan.months()) {
            RegularOffer offer = plan.catalogue().regular(product, month);
            if (offer.isEmpty()) {
                add("NO_DATA", "%s %s: the catalogue has no regular release.".formatted(product, month));
            } else if (offer.baseline() == null && offer.hotpatch() == null && hotpatches) {
                add(
                        "NO_HOTPATCH",
                        "%s %s: a cumulative update but no hotpatch; machines on track leave it."
                                .formatted(product, month));
            } else if (offer.baseline() == null && offer.cumulative() == null) {
                add(
                        "NO_CUMULATIVE",
                        "%s %s: a hotpatch but no cumulative update; machines that cannot take it wait."
                                .formatted(product, month));
            }
        }
    }

    private void windows() {
        List<String> names = topology.units().stream()
                .filter(this::neverFits)
                .map(Unit::name)
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            String first = String.join(", ", names.subList(0, Math.min(NAMES_MAX, names.size())));
            String rest = names.size() > NAMES_MAX ? " and %d more".formatted(names.size() - NAMES_MAX) : "";
            add(
                    "WINDOW_TOO_SHORT",
                    "%s%s: a cumulative update with its restart may last longer than the whole window, so it never starts."
                            .formatted(first, rest));
        }
    }

    private boolean neverFits(Unit unit) {
        Assumptions assumed = plan.definition().assumptions();
        int roles = unit.members().size() == 1
                ? 0
                : unit.members().stream().mapToInt(Member::clusteredRoles).max().orElse(0);
        return unit.window() != null
                && assumed.longestSeconds(assumed.cumulativeInstall(), true, roles)
                        > unit.window().seconds();
    }

    private void overruns(Cluster cluster) {
        if (cluster.windowOverruns() > 0) {
            add(
                    "WINDOW_OVERRUN",
                    "%s: its work needed %d further window(s).".formatted(cluster.name(), cluster.windowOverruns()));
        }
    }

    private void add(String code, String text) {
        all.add(new Warning(code, text));
    }
}
