package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Report.ClusterLine;
import io.hotfleet.simulator.report.Report.Quantiles;
import io.hotfleet.simulator.report.Report.Spread;
import io.hotfleet.simulator.report.Report.Strategy;
import io.hotfleet.simulator.report.Section.Block;
import io.hotfleet.simulator.report.Section.Column;
import io.hotfleet.simulator.report.Section.Paragraph;
import io.hotfleet.simulator.report.Section.Row;
import io.hotfleet.simulator.report.Section.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The three strategies side by side: for the whole fleet, as savings, and for each cluster.
final class StrategySections {
    static final int CLUSTERS_MAX = 50;
    static final String TRIPLE = "Three figures in a cell are those of Hotpatch / After fixes / Cumulative.";
    private static final List<String> STRATEGIES = List.of(Words.HOTPATCH, Words.AFTER_FIXES, Words.CUMULATIVE);

    private StrategySections() {}

    static Section strategies(Map<String, Strategy> strategies) {
        String currency = strategies.get(Words.HOTPATCH).cost().currency();
        List<Row> rows = new ArrayList<>();
        row(rows, strategies, "Restarts", strategy -> Words.count(strategy.restarts()));
        row(rows, strategies, "  of these for fixes", strategy -> Words.count(strategy.fixRestarts()));
        row(
                rows,
                strategies,
                "Restarts per server, min / median / max",
                strategy -> spread(strategy.restartsPerServer()));
        row(rows, strategies, "Node downtime, minutes", strategy -> Words.count(strategy.nodeDowntimeMinutes()));
        row(rows, strategies, "Node downtime, hours", strategy -> Words.hours(strategy.nodeDowntimeMinutes()));
        row(rows, strategies, "Service downtime, minutes", strategy -> Words.count(strategy.serviceDowntimeMinutes()));
        row(rows, strategies, "Service downtime, hours", strategy -> Words.hours(strategy.serviceDowntimeMinutes()));
        row(rows, strategies, "Moves of clustered roles", strategy -> Words.count(strategy.roleMoves()));
        row(rows, strategies, "Interruption by these moves, minutes", s -> Words.decimal(s.roleInterruptionMinutes()));
        row(rows, strategies, "Losses of quorum", strategy -> Words.count(strategy.quorumLosses()));
        row(rows, strategies, "Nodes down at once in a cluster, at most", s -> Words.count(s.maxNodesDownPerCluster()));
        row(rows, strategies, "Days until installed, median / 90% / max", strategy -> days(strategy.exposureDays()));
        row(
                rows,
                strategies,
                "Cost, " + currency,
                strategy -> Words.decimal(strategy.cost().total()));
        row(
                rows,
                strategies,
                "  of this wasted, " + currency,
                strategy -> Words.decimal(strategy.cost().wasted()));
        return Section.of(
                "strategies",
                "Strategies side by side",
                new Paragraph("Hotpatch: the fleet as it is. After fixes: the work list is done first, in each server's"
                        + " first window. Cumulative: classic updates, no hotpatch."),
                new Table("", columns("", STRATEGIES), rows));
    }

    static Section savings(Report report) {
        Report.Saved saved = report.saved();
        Strategy hotpatch = report.strategies().get(Words.HOTPATCH);
        Strategy fixed = report.strategies().get(Words.AFTER_FIXES);
        Strategy classic = report.strategies().get(Words.CUMULATIVE);
        long minutes = classic.nodeDowntimeMinutes() - fixed.nodeDowntimeMinutes();
        int restarts = Verdict.savedAfterFixes(report);
        BigDecimal cost = classic.cost().total().subtract(fixed.cost().total());
        String currency = hotpatch.cost().currency();
        List<Row> rows = List.of(
                Row.of("Restarts", Words.count(saved.restarts()), Words.count(restarts)),
                Row.of("Node downtime, minutes", Words.count(saved.nodeDowntimeMinutes()), Words.count(minutes)),
                Row.of("Node downtime, hours", Words.hours(saved.nodeDowntimeMinutes()), Words.hours(minutes)),
                Row.of(
                        "Moves of clustered roles",
                        Words.count(saved.roleMoves()),
                        Words.count(classic.roleMoves() - fixed.roleMoves())),
                Row.of("Money, " + currency + " (negative: spent)", Words.decimal(saved.cost()), Words.decimal(cost)),
                Row.of(
                        "Cost of one restart avoided, " + currency,
                        each(saved.cost().negate(), saved.restarts()),
                        each(cost.negate(), restarts)));
        return Section.of(
                "savings",
                "Saved against Cumulative",
                new Table("", columns("", List.of(Words.HOTPATCH, Words.AFTER_FIXES)), rows));
    }

    /// One line a cluster; of very many those with the most service downtime.
    static Section clusters(List<ClusterLine> clusters) {
        if (clusters.isEmpty()) {
            return Section.of("clusters", "Clusters", new Paragraph("The fleet has no cluster."));
        }
        List<Column> columns = List.of(
                Column.wrapped("Cluster"),
                Column.number("Nodes"),
                Column.number("Restarts"),
                Column.number("Role moves"),
                Column.number("Further windows"),
                Column.number("Losses of quorum"),
                Column.number("Service downtime, minutes"));
        Comparator<ClusterLine> mostDowntime = Comparator.comparing(StrategySections::downtime);
        List<Row> rows = clusters.stream()
                .sorted(mostDowntime.reversed())
                .limit(CLUSTERS_MAX)
                .map(StrategySections::cluster)
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(TRIPLE));
        if (clusters.size() > CLUSTERS_MAX) {
            blocks.add(new Paragraph(CLUSTERS_MAX + " of " + Words.count(clusters.size())
                    + " clusters, those with the most service downtime; the JSON report has all."));
        }
        blocks.add(new Table("", columns, rows));
        return new Section("clusters", "Clusters", blocks);
    }

    static Section otherRestarts(Report.OtherRestarts other) {
        String text = other.perServerAndYear() == 0
                ? "Restarts for .NET, drivers and firmware are assumed at none; set otherRestartsPerYear to count them."
                : "Assumed: " + Words.counted(other.perServerAndYear(), "restart") + " per server and year for .NET,"
                        + " drivers and firmware, " + Words.count(other.total())
                        + " in the period. They come on top in every strategy and are in no other figure.";
        return Section.of("other", "Other restarts", new Paragraph(text));
    }

    static String triple(Map<String, ? extends Number> figures) {
        return String.join(
                " / ",
                STRATEGIES.stream()
                        .map(strategy -> figures.get(strategy))
                        .map(figure -> figure == null ? "-" : Words.count(figure.longValue()))
                        .toList());
    }

    static List<Column> columns(String first, List<String> strategies) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.wrapped(first));
        strategies.forEach(strategy -> columns.add(Column.number(Words.strategy(strategy))));
        return columns;
    }

    private static void row(
            List<Row> rows, Map<String, Strategy> strategies, String title, Function<Strategy, String> figure) {
        List<String> cells = new ArrayList<>();
        cells.add(title);
        STRATEGIES.forEach(name -> cells.add(figure.apply(strategies.get(name))));
        rows.add(new Row(cells, false));
    }

    private static Row cluster(ClusterLine cluster) {
        return Row.of(
                cluster.name(),
                Words.count(cluster.nodes()),
                triple(cluster.restarts()),
                triple(cluster.roleMoves()),
                triple(cluster.windowOverruns()),
                triple(cluster.quorumLosses()),
                triple(cluster.serviceDowntimeMinutes()));
    }

    private static long downtime(ClusterLine cluster) {
        return cluster.serviceDowntimeMinutes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String spread(Spread spread) {
        return Words.count(spread.min()) + " / " + Words.count(spread.median()) + " / " + Words.count(spread.max());
    }

    static String days(Quantiles days) {
        return days == null
                ? "none"
                : Words.decimal(days.median()) + " / " + Words.decimal(days.p90()) + " / " + Words.decimal(days.max());
    }

    private static String each(BigDecimal cost, int restarts) {
        return restarts <= 0
                ? "none"
                : Words.decimal(cost.divide(BigDecimal.valueOf(restarts), 2, RoundingMode.HALF_UP));
    }
}
