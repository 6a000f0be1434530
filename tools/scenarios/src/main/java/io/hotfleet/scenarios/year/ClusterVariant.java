package io.hotfleet.scenarios.year;

import java.util.Locale;
import java.util.Map;

/// How a cluster is patched.
enum ClusterVariant {
    A("uncoordinated", "CUMULATIVE", "none"),
    B("cluster-aware", "CUMULATIVE", "cluster"),
    C("hotpatches", "HOTPATCH", "cluster");

    private final String title;
    private final String strategy;
    private final String coordination;

    ClusterVariant(String title, String strategy, String coordination) {
        this.title = title;
        this.strategy = strategy;
        this.coordination = coordination;
    }

    String title() {
        return name() + " " + title;
    }

    /// Suffix of all its names in Kubernetes.
    String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hotpatches() {
        return this == C;
    }

    /// The fleet's definition at patch-service; its clock stands until the play begins.
    Map<String, ?> fleet() {
        return Map.of(
                "strategy",
                strategy,
                "clock",
                Map.of("at", "2025-01-01T00:00:00Z", "factor", 0),
                "heartbeatSeconds",
                20,
                "policy",
                Map.of("outOfBand", "none", "coordination", coordination));
    }

    /// Its nodes go down on Tuesdays at 22:00, whatever the others do.
    Map<String, ?> window() {
        return this == A ? Map.of("day", "tuesday", "start", "22:00", "hours", 6, "zone", "UTC") : null;
    }
}
