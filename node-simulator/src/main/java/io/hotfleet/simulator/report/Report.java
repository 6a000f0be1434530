package io.hotfleet.simulator.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result of a rehearsal: the contract that text, JSON, CSV and page all show.
///
/// Counts and minutes are whole, hours and days have one decimal, money two: the records round exact sums when they are
/// made, half up, so that no caller has to. Maps keep their order, so equal rehearsals give equal bytes.
///
/// @param catalogue SHA-256 of the releases used
/// @param strategies by HOTPATCH, HOTPATCH_AFTER_FIXES, CUMULATIVE, in this order
/// @param assumptions every assumption with the value used, as the fleet file spells it
/// @param digest SHA-256 of the event history
/// @param machinesInDetail only with `--detail`, else absent
@JsonPropertyOrder({"fleet", "from", "to", "seed", "catalogue", "pricePlan"})
@RegisterForReflection(registerFullHierarchy = true)
public record Report(
        String fleet,
        String from,
        String to,
        long seed,
        String catalogue,
        String pricePlan,
        int servers,
        int clusters,
        Eligibility eligibility,
        List<WorkItem> workList,
        Map<String, Strategy> strategies,
        Saved saved,
        OtherRestarts otherRestarts,
        List<ClusterLine> clustersInDetail,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<MachineLine> machinesInDetail,
        List<String> warnings,
        Map<String, Object> assumptions,
        String digest) {

    /// @param byGate blocked and unknown machines under their first gate, in the gates' order
    public record Eligibility(int eligible, int afterFixes, int blocked, int unknown, Map<String, Integer> byGate) {}

    /// @param names the first ones; `machines` counts all
    /// @param command absent where nothing can be run
    public record WorkItem(
            String remedy,
            boolean restart,
            int machines,
            List<String> names,
            @JsonInclude(JsonInclude.Include.NON_NULL) String command) {}

    /// @param forecast null without forecast months
    public record Strategy(
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
            Cost cost,
            List<Month> months,
            Forecast forecast) {
        public Strategy {
            roleInterruptionMinutes = rounded(roleInterruptionMinutes, 1);
        }
    }

    public record Spread(int min, int median, int max) {}

    public record Quantiles(BigDecimal median, BigDecimal p90, BigDecimal max) {
        public Quantiles {
            median = rounded(median, 1);
            p90 = rounded(p90, 1);
            max = rounded(max, 1);
        }
    }

    /// @param wasted the part billed on days on which another gate kept the machine from hotpatching
    public record Cost(String currency, BigDecimal total, BigDecimal wasted, Map<String, BigDecimal> byMonth) {
        public Cost {
            total = rounded(total, 2);
            wasted = rounded(wasted, 2);
            Map<String, BigDecimal> months = new LinkedHashMap<>();
            byMonth.forEach((month, amount) -> months.put(month, rounded(amount, 2)));
            byMonth = Collections.unmodifiableMap(months);
        }
    }

    /// One offer of one product in one month. An out-of-band release has a row of its own.
    ///
    /// @param kind BASELINE | HOTPATCH | CUMULATIVE | OUT_OF_BAND
    /// @param forecast true where the catalogue does not know the month
    /// @param hoursTo95Percent null if 95 % were never reached
    public record Month(
            String month,
            String product,
            List<String> releases,
            String kind,
            boolean planned,
            boolean forecast,
            int hotpatched,
            int restarted,
            int failed,
            int pending,
            int offTrack,
            long nodeDowntimeMinutes,
            BigDecimal hoursTo95Percent,
            Quantiles exposureDays) {
        public Month {
            hoursTo95Percent = rounded(hoursTo95Percent, 1);
        }
    }

    /// @param months those that the catalogue does not know
    public record Forecast(List<String> months, int runs, Draw restarts, Draw nodeDowntimeMinutes, Draw cost) {
        public Forecast {
            restarts = restarts.rounded(0);
            nodeDowntimeMinutes = nodeDowntimeMinutes.rounded(0);
            cost = cost.rounded(2);
        }
    }

    public record Draw(BigDecimal median, BigDecimal p90) {
        private Draw rounded(int decimals) {
            return new Draw(Report.rounded(median, decimals), Report.rounded(p90, decimals));
        }
    }

    /// CUMULATIVE minus HOTPATCH; a negative cost is money spent.
    public record Saved(int restarts, long nodeDowntimeMinutes, int roleMoves, BigDecimal cost) {
        public Saved {
            cost = rounded(cost, 2);
        }
    }

    /// .NET, drivers, firmware: the same in every strategy, in no other figure.
    public record OtherRestarts(int perServerAndYear, int total) {}

    /// Figures by strategy.
    public record ClusterLine(
            String name,
            int nodes,
            Map<String, Integer> restarts,
            Map<String, Integer> roleMoves,
            Map<String, Integer> windowOverruns,
            Map<String, Integer> quorumLosses,
            Map<String, Long> serviceDowntimeMinutes) {}

    /// @param cluster absent for a stand-alone machine
    /// @param status ELIGIBLE | BLOCKED | UNKNOWN
    /// @param gates every gate that does not pass, in order
    public record MachineLine(
            String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) String cluster,
            String product,
            String status,
            List<String> gates,
            Map<String, Integer> restarts) {}

    private static BigDecimal rounded(BigDecimal exact, int decimals) {
        return exact == null ? null : exact.setScale(decimals, RoundingMode.HALF_UP);
    }
}
