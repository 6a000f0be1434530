package io.hotfleet.simulator.client;

import io.hotfleet.simulator.report.Report.Quantiles;
import io.hotfleet.simulator.report.Report.Spread;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;

/// What patch-service counted over a whole fleet.
///
/// @param catalogue SHA-256 of the releases used
@RegisterForReflection(registerFullHierarchy = true)
public record Summary(
        String catalogue,
        int restarts,
        int fixRestarts,
        Spread restartsPerServer,
        long nodeDowntimeMinutes,
        long serviceDowntimeMinutes,
        int roleMoves,
        BigDecimal roleInterruptionMinutes,
        int quorumLosses,
        int maxNodesDownPerCluster,
        Quantiles exposureDays,
        List<Month> months,
        List<ClusterFigures> clusters,
        List<Warning> warnings) {
    public record Month(
            String month,
            String product,
            List<String> releases,
            String kind,
            boolean planned,
            int hotpatched,
            int restarted,
            int failed,
            int pending,
            int offTrack,
            long nodeDowntimeMinutes,
            BigDecimal hoursTo95Percent,
            Quantiles exposureDays) {}

    public record ClusterFigures(
            String name,
            int nodes,
            int restarts,
            int roleMoves,
            long serviceDowntimeMinutes,
            int windowOverruns,
            int quorumLosses) {}

    public record Warning(String code, String text) {}
}
