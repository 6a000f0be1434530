package io.hotfleet.patch.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.policy.Strategy;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/// A fleet's figures, as they are told.
///
/// @param catalogue SHA-256 of the releases that the fleet's products see
/// @param exposureDays null without any installation
@JsonInclude(JsonInclude.Include.ALWAYS)
record FleetSummary(
        FleetId fleet,
        Strategy strategy,
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
        List<Cluster> clusters,
        List<Warning> warnings) {
    /// The median is nearest-rank.
    record Spread(int min, int median, int max) {}

    record Quantiles(BigDecimal median, BigDecimal p90, BigDecimal max) {}

    /// One offer of one product in one month; an out-of-band release has a row of its own.
    ///
    /// @param offTrack machines that would not get a hotpatch at the month's end; the same on all rows of a month
    /// @param hoursTo95Percent null if 95 % of the machines it was offered to never had it
    record Month(
            YearMonth month,
            String product,
            List<String> releases,
            Kind kind,
            boolean planned,
            int hotpatched,
            int restarted,
            int failed,
            int pending,
            int offTrack,
            long nodeDowntimeMinutes,
            BigDecimal hoursTo95Percent,
            Quantiles exposureDays) {}

    record Cluster(
            String name,
            int nodes,
            int restarts,
            int roleMoves,
            long nodeDowntimeMinutes,
            long serviceDowntimeMinutes,
            int windowOverruns,
            int quorumLosses) {}

    record Warning(String code, String text) {}
}
