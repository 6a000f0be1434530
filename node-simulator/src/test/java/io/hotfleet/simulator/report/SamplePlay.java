package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Report.Cost;
import io.hotfleet.simulator.report.Report.Draw;
import io.hotfleet.simulator.report.Report.Forecast;
import io.hotfleet.simulator.report.Report.Month;
import io.hotfleet.simulator.report.Report.Quantiles;
import io.hotfleet.simulator.report.Report.Spread;
import io.hotfleet.simulator.report.Report.Strategy;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plays the planned cadence over a few groups of machines, just well enough to have figures that add up.
///
/// @param known the newest month that the catalogue knows
/// @param failures failed and pending installations in each month
record SamplePlay(YearMonth from, YearMonth to, YearMonth known, List<Group> groups, int failures) {
    private static final int RESTART_MINUTES = 8;
    private static final YearMonth PAID_FROM = YearMonth.of(2025, 7);
    private static final YearMonth PAID_UNTIL = YearMonth.of(2026, 4);

    record Group(String product, int eligible, int blocked, int billedCores) {
        /// Blocked machines of a product that nobody could hotpatch stay blocked.
        int fixed() {
            return eligible == 0 ? 0 : blocked;
        }

        int servers() {
            return eligible + blocked;
        }
    }

    int servers() {
        return groups.stream().mapToInt(Group::servers).sum();
    }

    Map<String, Strategy> strategies() {
        Map<String, Strategy> strategies = new LinkedHashMap<>();
        for (String name : List.of("HOTPATCH", "HOTPATCH_AFTER_FIXES", "CUMULATIVE")) {
            strategies.put(name, strategy(name));
        }
        return strategies;
    }

    private Strategy strategy(String name) {
        boolean fixed = name.equals("HOTPATCH_AFTER_FIXES");
        int fixes = fixed ? groups.stream().mapToInt(Group::fixed).sum() : 0;
        List<Month> months = new ArrayList<>();
        for (YearMonth month : period()) {
            for (Group group : groups) {
                months.add(month(name, month, group));
            }
        }
        int restarts = fixes + months.stream().mapToInt(Month::restarted).sum();
        long downtime = (long) restarts * RESTART_MINUTES;
        int most = servers() == 0 ? 0 : period().size();
        Cost cost = cost(name);
        return new Strategy(
                restarts,
                fixes,
                new Spread(servers() == 0 ? 0 : restarts / servers(), servers() == 0 ? 0 : restarts / servers(), most),
                downtime,
                downtime,
                name.equals("CUMULATIVE") ? 96 : 32,
                new BigDecimal("16"),
                0,
                1,
                servers() == 0 ? null : exposure(),
                cost,
                months,
                forecast(restarts, downtime, cost));
    }

    private Month month(String strategy, YearMonth month, Group group) {
        boolean baseline = month.getMonthValue() % 3 == 1;
        boolean cumulative = strategy.equals("CUMULATIVE");
        int blocked = group.blocked() - (strategy.equals("HOTPATCH") ? 0 : group.fixed());
        int restarted = baseline || cumulative ? group.servers() : blocked;
        boolean forecast = month.isAfter(known);
        String kind = baseline ? "BASELINE" : cumulative ? "CUMULATIVE" : "HOTPATCH";
        return new Month(
                month.toString(),
                group.product(),
                List.of(
                        forecast
                                ? "FORECAST-" + group.product() + "-" + month
                                : "KB50" + month.toString().replace("-", "")),
                kind,
                true,
                forecast,
                baseline || cumulative ? 0 : group.servers() - blocked,
                Math.max(0, restarted - failures),
                failures,
                failures / 2,
                cumulative ? 0 : blocked,
                (long) restarted * RESTART_MINUTES,
                failures > 0 ? null : new BigDecimal("0.7"),
                exposure());
    }

    private Cost cost(String strategy) {
        Map<String, BigDecimal> byMonth = new LinkedHashMap<>();
        BigDecimal total = BigDecimal.ZERO;
        int cores = groups.stream().mapToInt(Group::billedCores).sum();
        for (YearMonth month : period()) {
            boolean paid = !strategy.equals("CUMULATIVE") && !month.isBefore(PAID_FROM) && !month.isAfter(PAID_UNTIL);
            BigDecimal amount = paid ? new BigDecimal("1.50").multiply(BigDecimal.valueOf(cores)) : BigDecimal.ZERO;
            byMonth.put(month.toString(), amount);
            total = total.add(amount);
        }
        BigDecimal wasted = strategy.equals("HOTPATCH") ? total.movePointLeft(1) : BigDecimal.ZERO;
        return new Cost("USD", total, wasted, byMonth);
    }

    private Forecast forecast(int restarts, long downtime, Cost cost) {
        List<String> unknown = period().stream()
                .filter(month -> month.isAfter(known))
                .map(YearMonth::toString)
                .toList();
        if (unknown.isEmpty()) {
            return null;
        }
        return new Forecast(
                unknown,
                100,
                new Draw(BigDecimal.valueOf(restarts), BigDecimal.valueOf(restarts + servers())),
                new Draw(BigDecimal.valueOf(downtime), BigDecimal.valueOf(downtime + 8L * servers())),
                new Draw(cost.total(), cost.total()));
    }

    private List<YearMonth> period() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static Quantiles exposure() {
        return new Quantiles(new BigDecimal("0.0"), new BigDecimal("0.1"), new BigDecimal("4.2"));
    }
}
