package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.CheckReport.MachineLine;
import io.hotfleet.simulator.report.Report.Month;
import io.hotfleet.simulator.report.Report.Strategy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A report as one table that a spreadsheet can pivot: RFC 4180, comma, CRLF, UTF-8, decimal point.
///
/// Each strategy has rows of three kinds: its offers month by month, one of kind `FIX` with the restarts for fixes,
/// and one of kind `COST` a month. So `restarted`, `nodeDowntimeMinutes` and `cost` summed over a strategy give the
/// totals of the report (`cost` to within the rounding of single months). What a row does not have is empty.
///
/// Text that a spreadsheet would run as a formula gets an apostrophe in front.
public final class CsvReport {
    private static final String EOL = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final List<String> MONTHS = List.of(
            "fleet",
            "strategy",
            "month",
            "product",
            "kind",
            "releases",
            "planned",
            "forecast",
            "hotpatched",
            "restarted",
            "failed",
            "pending",
            "offTrack",
            "nodeDowntimeMinutes",
            "hoursTo95Percent",
            "exposureDaysMedian",
            "exposureDaysP90",
            "exposureDaysMax",
            "cost",
            "currency");
    private static final List<String> MACHINES =
            List.of("fleet", "machine", "cluster", "product", "status", "gates", "remedies");

    private final List<String> columns;
    private final String fleet;
    private final StringBuilder csv = new StringBuilder();

    private CsvReport(List<String> columns, String fleet) {
        this.columns = columns;
        this.fleet = fleet;
        csv.append(String.join(",", columns)).append(EOL);
    }

    /// The months of all strategies.
    public static String render(Report report) {
        CsvReport table = new CsvReport(MONTHS, report.fleet());
        report.strategies().forEach(table::strategy);
        return table.csv.toString();
    }

    /// One row a machine: how it stands with the gates.
    public static String render(CheckReport report) {
        CsvReport table = new CsvReport(MACHINES, report.fleet());
        report.machines().forEach(table::machine);
        return table.csv.toString();
    }

    private void strategy(String name, Strategy strategy) {
        strategy.months().forEach(month -> month(name, month));
        if (strategy.fixRestarts() > 0) {
            fixes(name, strategy);
        }
        strategy.cost()
                .byMonth()
                .forEach((month, cost) -> row(Map.of(
                        "strategy", name,
                        "month", month,
                        "kind", "COST",
                        "cost", cost,
                        "currency", strategy.cost().currency())));
    }

    private void month(String strategy, Month month) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("strategy", strategy);
        cells.put("month", month.month());
        cells.put("product", month.product());
        cells.put("kind", month.kind());
        cells.put("releases", String.join(" ", month.releases()));
        cells.put("planned", month.planned());
        cells.put("forecast", month.forecast());
        cells.put("hotpatched", month.hotpatched());
        cells.put("restarted", month.restarted());
        cells.put("failed", month.failed());
        cells.put("pending", month.pending());
        cells.put("offTrack", month.offTrack());
        cells.put("nodeDowntimeMinutes", month.nodeDowntimeMinutes());
        cells.put("hoursTo95Percent", month.hoursTo95Percent());
        if (month.exposureDays() != null) {
            cells.put("exposureDaysMedian", month.exposureDays().median());
            cells.put("exposureDaysP90", month.exposureDays().p90());
            cells.put("exposureDaysMax", month.exposureDays().max());
        }
        row(cells);
    }

    /// Restarts for fixes belong to no month; their downtime is what the months leave of the total.
    private void fixes(String name, Strategy strategy) {
        long ofMonths =
                strategy.months().stream().mapToLong(Month::nodeDowntimeMinutes).sum();
        row(Map.of(
                "strategy",
                name,
                "kind",
                "FIX",
                "restarted",
                strategy.fixRestarts(),
                "nodeDowntimeMinutes",
                strategy.nodeDowntimeMinutes() - ofMonths));
    }

    private void machine(MachineLine machine) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("machine", machine.name());
        cells.put("cluster", machine.cluster());
        cells.put("product", machine.product());
        cells.put("status", machine.status());
        cells.put("gates", String.join(" ", machine.gates()));
        cells.put("remedies", String.join(" ", machine.remedies()));
        row(cells);
    }

    private void row(Map<String, Object> cells) {
        String row = columns.stream()
                .map(column -> column.equals("fleet") ? fleet : cells.get(column))
                .map(CsvReport::cell)
                .collect(Collectors.joining(","));
        csv.append(row).append(EOL);
    }

    /// Numbers are ours and may be negative; only text can be hostile.
    private static String cell(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
