package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Report.Draw;
import io.hotfleet.simulator.report.Report.Forecast;
import io.hotfleet.simulator.report.Report.Month;
import io.hotfleet.simulator.report.Report.Strategy;
import io.hotfleet.simulator.report.Section.Block;
import io.hotfleet.simulator.report.Section.Column;
import io.hotfleet.simulator.report.Section.Paragraph;
import io.hotfleet.simulator.report.Section.Row;
import io.hotfleet.simulator.report.Section.Table;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What happens month by month, what it costs, and where knowledge ends and the forecast begins.
final class MonthSections {
    private static final String CADENCE = "The figures of the months above follow the planned cadence: a baseline in"
            + " January, April, July and October, a hotpatch in every other month.";

    private static final Map<String, String> KINDS = Map.of(
            "BASELINE", "baseline",
            "HOTPATCH", "hotpatch",
            "CUMULATIVE", "cumulative",
            "OUT_OF_BAND", "out-of-band");
    private static final String NONE = "none";

    private MonthSections() {}

    /// Known, forecast and assumed told apart.
    static Section knowledge(Report report) {
        Set<String> unknown = forecastMonths(report);
        List<String> lines = new ArrayList<>();
        if (unknown.isEmpty()) {
            lines.add("Known: the releases of " + Words.period(report.from(), report.to())
                    + " are in the catalogue; no month is a forecast.");
        } else {
            String first = unknown.iterator().next();
            String known = first.compareTo(report.from()) <= 0
                    ? "No month is known completely"
                    : "Known until " + YearMonth.parse(first).minusMonths(1);
            lines.add(known + "; forecast after that: " + Words.ranges(List.copyOf(unknown))
                    + ". Forecast months are marked as such in every table and plot.");
        }
        lines.add("Assumed: durations and the other values under Assumptions. They decide downtime and days until"
                + " installed, not the number of restarts.");
        return Section.of("knowledge", "Known, forecast, assumed", new Section.Bullets(lines));
    }

    static Section forecast(Report report) {
        List<Row> rows = new ArrayList<>();
        int runs = 0;
        for (Map.Entry<String, Strategy> entry : report.strategies().entrySet()) {
            Strategy strategy = entry.getValue();
            Forecast forecast = strategy.forecast();
            if (forecast == null) {
                continue;
            }
            String name = Words.strategy(entry.getKey());
            runs = forecast.runs();
            draw(rows, name + ": restarts", Words.count(strategy.restarts()), forecast.restarts());
            draw(
                    rows,
                    name + ": node downtime, minutes",
                    Words.count(strategy.nodeDowntimeMinutes()),
                    forecast.nodeDowntimeMinutes());
            draw(
                    rows,
                    name + ": cost, " + strategy.cost().currency(),
                    Words.decimal(strategy.cost().total()),
                    forecast.cost());
        }
        List<Column> columns = List.of(
                Column.wrapped("Whole period"),
                Column.number("Planned cadence"),
                Column.number("Median"),
                Column.number("90% stay within"));
        return Section.of(
                "forecast",
                "Forecast",
                new Paragraph(CADENCE + " An unplanned baseline can replace a hotpatch in any forecast month; "
                        + Words.counted(runs, "draw")
                        + " with such baselines as often as the catalogue has seen them give:"),
                new Table("", columns, rows));
    }

    /// HOTPATCH month by month, one table a product, with CUMULATIVE's restarts beside.
    static Section months(Report report) {
        List<Month> months = report.strategies().get(Words.HOTPATCH).months();
        List<Month> classic = report.strategies().get(Words.CUMULATIVE).months();
        Set<String> products = months.stream().map(Month::product).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Block> tables = new ArrayList<>();
        for (String product : products) {
            tables.add(table(
                    product,
                    months.stream()
                            .filter(month -> month.product().equals(product))
                            .toList(),
                    classic.stream()
                            .filter(month -> month.product().equals(product))
                            .toList()));
        }
        if (tables.isEmpty()) {
            tables.add(new Paragraph("No release in this period."));
        } else {
            tables.addFirst(
                    new Paragraph("Strategy Hotpatch; beside it the restarts of Cumulative. A server that cannot"
                            + " take a hotpatch takes the cumulative update and restarts."));
        }
        return new Section("months", "Months", tables);
    }

    static Section costs(Report report) {
        Map<String, BigDecimal> asIs =
                report.strategies().get(Words.HOTPATCH).cost().byMonth();
        Map<String, BigDecimal> fixed =
                report.strategies().get(Words.AFTER_FIXES).cost().byMonth();
        String plan = "price plan " + report.pricePlan();
        if (asIs.values().stream().allMatch(amount -> amount.signum() == 0)
                && fixed.values().stream().allMatch(amount -> amount.signum() == 0)) {
            return Section.of(
                    "costs",
                    "Cost by month",
                    new Paragraph("Hotpatching costs nothing in this period (" + plan + ")."));
        }
        List<String> months = List.copyOf(new TreeSet<>(asIs.keySet()));
        List<Row> rows = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= months.size(); end++) {
            if (end == months.size()
                    || !amounts(months.get(end), asIs, fixed).equals(amounts(months.get(start), asIs, fixed))) {
                List<String> cells = new ArrayList<>();
                cells.add(Words.range(months.get(start), months.get(end - 1)));
                cells.addAll(amounts(months.get(start), asIs, fixed));
                rows.add(new Row(cells, false));
                start = end;
            }
        }
        String currency = report.strategies().get(Words.HOTPATCH).cost().currency();
        List<Column> columns = StrategySections.columns("Months", List.of(Words.HOTPATCH, Words.AFTER_FIXES));
        return Section.of(
                "costs", "Cost by month", new Table(currency + " in each month, " + plan + ".", columns, rows));
    }

    /// Months that the catalogue does not know for at least one product.
    static Set<String> forecastMonths(Report report) {
        Set<String> months = new TreeSet<>();
        for (Strategy strategy : report.strategies().values()) {
            strategy.months().stream().filter(Month::forecast).map(Month::month).forEach(months::add);
            if (strategy.forecast() != null) {
                months.addAll(strategy.forecast().months());
            }
        }
        return months;
    }

    private static Table table(String product, List<Month> months, List<Month> classic) {
        boolean troubled = months.stream().anyMatch(month -> month.failed() + month.pending() > 0);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Month"),
                Column.text("Offer"),
                Column.wrapped("Releases"),
                Column.number("Without restart"),
                Column.number("With restart"),
                Column.number("Cumulative restarts")));
        if (troubled) {
            columns.add(Column.number("Failed"));
            columns.add(Column.number("Open"));
        }
        columns.addAll(List.of(
                Column.number("Off track"),
                Column.pageNumber("Node downtime, minutes"),
                Column.number("Hours to 95%"),
                Column.pageNumber("Days, median"),
                Column.number("Days, 90% / max")));
        List<Row> rows =
                months.stream().map(month -> row(month, classic, troubled)).toList();
        return new Table(product, columns, rows);
    }

    private static Row row(Month month, List<Month> classic, boolean troubled) {
        List<String> cells = new ArrayList<>(List.of(
                month.month(),
                offer(month),
                month.forecast() ? "forecast" : String.join(" ", month.releases()),
                Words.count(month.hotpatched()),
                Words.count(month.restarted()),
                classicRestarts(month, classic)));
        if (troubled) {
            cells.add(Words.count(month.failed()));
            cells.add(Words.count(month.pending()));
        }
        cells.addAll(List.of(
                Words.count(month.offTrack()),
                Words.count(month.nodeDowntimeMinutes()),
                month.hoursTo95Percent() == null ? "never" : Words.decimal(month.hoursTo95Percent()),
                month.exposureDays() == null
                        ? NONE
                        : Words.decimal(month.exposureDays().median()),
                month.exposureDays() == null
                        ? NONE
                        : Words.decimal(month.exposureDays().p90()) + " / "
                                + Words.decimal(month.exposureDays().max())));
        return new Row(cells, month.forecast());
    }

    private static String offer(Month month) {
        boolean surprise = !month.planned() && !month.kind().equals("OUT_OF_BAND");
        return (surprise ? "unplanned " : "") + KINDS.getOrDefault(month.kind(), month.kind());
    }

    /// CUMULATIVE has the same regular offers under other kinds; an out-of-band release is found by its KB.
    private static String classicRestarts(Month month, List<Month> classic) {
        boolean outOfBand = month.kind().equals("OUT_OF_BAND");
        int restarts = classic.stream()
                .filter(other -> other.month().equals(month.month()))
                .filter(other -> other.kind().equals("OUT_OF_BAND") == outOfBand)
                .filter(other -> !outOfBand || other.releases().equals(month.releases()))
                .mapToInt(Month::restarted)
                .sum();
        return Words.count(restarts);
    }

    private static void draw(List<Row> rows, String title, String planned, Draw draw) {
        rows.add(new Row(List.of(title, planned, Words.decimal(draw.median()), Words.decimal(draw.p90())), true));
    }

    private static List<String> amounts(String month, Map<String, BigDecimal> asIs, Map<String, BigDecimal> fixed) {
        return List.of(
                Words.decimal(asIs.getOrDefault(month, BigDecimal.ZERO.setScale(2))),
                Words.decimal(fixed.getOrDefault(month, BigDecimal.ZERO.setScale(2))));
    }
}
