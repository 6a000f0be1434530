package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Chart.Series;
import io.hotfleet.simulator.report.Chart.Shape;
import io.hotfleet.simulator.report.Report.Month;
import io.hotfleet.simulator.report.Report.Quantiles;
import io.hotfleet.simulator.report.Report.Strategy;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// The four plots of a report, each with its finding as the title.
final class Charts {
    private static final double MINUTES_PER_HOUR = 60;

    private static final int BARS_MAX = 24;

    private final Report report;
    private final Strategy hotpatch;
    private final Strategy fixed;
    private final Strategy classic;
    private final Set<String> forecast;
    private final List<String> months = new ArrayList<>();

    private Charts(Report report) {
        this.report = report;
        hotpatch = report.strategies().get(Words.HOTPATCH);
        fixed = report.strategies().get(Words.AFTER_FIXES);
        classic = report.strategies().get(Words.CUMULATIVE);
        forecast = MonthSections.forecastMonths(report);
        YearMonth last = YearMonth.parse(report.to());
        for (YearMonth month = YearMonth.parse(report.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month.toString());
        }
    }

    static List<Chart> of(Report report) {
        Charts charts = new Charts(report);
        return List.of(charts.restarts(), charts.downtime(), charts.offTrack(), charts.exposure());
    }

    private Chart restarts() {
        String title = "Restarts: " + Words.count(hotpatch.restarts()) + " with hotpatches, "
                + Words.count(classic.restarts()) + " with cumulative updates";
        String note = fixed.fixRestarts() == 0
                ? ""
                : Words.counted(fixed.fixRestarts(), "restart") + " for fixes in After fixes belong to no month.";
        List<Series> series = byStrategy(this::restarted);
        Chart monthly = new Chart("restarts", title, "Restarts a month", note, Shape.BARS, months, forecast, series);
        return months.size() > BARS_MAX ? quarterly(monthly) : monthly;
    }

    /// Too many months for bars beside each other: a quarter stands at its first month of the period.
    private static Chart quarterly(Chart monthly) {
        Map<String, List<Integer>> quarters = new LinkedHashMap<>();
        for (int index = 0; index < monthly.months().size(); index++) {
            YearMonth month = YearMonth.parse(monthly.months().get(index));
            String quarter = month.minusMonths((month.getMonthValue() - 1) % 3).toString();
            quarters.computeIfAbsent(quarter, first -> new ArrayList<>()).add(index);
        }
        Set<String> forecast = new HashSet<>();
        quarters.forEach((quarter, indexes) -> {
            if (indexes.stream().anyMatch(index -> monthly.forecast()
                    .contains(monthly.months().get(index)))) {
                forecast.add(quarter);
            }
        });
        List<Series> series = monthly.series().stream()
                .map(line -> new Series(
                        line.name(),
                        quarters.values().stream()
                                .map(indexes -> sum(line, indexes))
                                .toList()))
                .toList();
        return new Chart(
                monthly.id(),
                monthly.title(),
                "Restarts a quarter, under its first month",
                monthly.note(),
                monthly.shape(),
                List.copyOf(quarters.keySet()),
                forecast,
                series);
    }

    private static Double sum(Series line, List<Integer> indexes) {
        return indexes.stream()
                .map(line.values()::get)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private Chart downtime() {
        String hours = Words.hours(hotpatch.nodeDowntimeMinutes());
        String classicHours = Words.hours(classic.nodeDowntimeMinutes());
        String title = "Node downtime adds up to " + hours
                + (hours.equals(classicHours) ? " hours either way" : " hours instead of " + classicHours);
        String note = fixed.fixRestarts() == 0 ? "" : "After fixes starts with the downtime of the fixes.";
        return new Chart(
                "downtime",
                title,
                "Hours of node downtime so far",
                note,
                Shape.LINES,
                months,
                forecast,
                byStrategy(this::downtimeSoFar));
    }

    private Chart offTrack() {
        Series asIs = new Series(Words.strategy(Words.HOTPATCH), offTrack(hotpatch));
        Series after = new Series(Words.strategy(Words.AFTER_FIXES), offTrack(fixed));
        String title = max(asIs) + max(after) == 0
                ? "No server is off track at any month's end"
                : "Off track at a month's end: at most " + Words.count(max(asIs)) + " of "
                        + Words.counted(report.servers(), "server") + ", " + Words.count(max(after))
                        + " after the fixes";
        return new Chart(
                "track",
                title,
                "Servers that would not get a hotpatch",
                "Under Cumulative no server is on track or off it.",
                months.size() > BARS_MAX ? Shape.LINES : Shape.BARS,
                months,
                forecast,
                List.of(asIs, after));
    }

    private Chart exposure() {
        Quantiles all = hotpatch.exposureDays();
        String title = all == null
                ? "No installation, so no exposure"
                : "Half of the installations are done within " + days(all.median()) + ", the last after "
                        + Words.decimal(all.max()) + " days";
        return new Chart(
                "exposure",
                title,
                "Days from release to installation",
                "Strategy Hotpatch, the slowest offer of each month.",
                Shape.LINES,
                months,
                forecast,
                List.of(
                        new Series("Median", exposure(Quantiles::median)),
                        new Series("90% of installations", exposure(Quantiles::p90)),
                        new Series("Last installation", exposure(Quantiles::max))));
    }

    private static String days(BigDecimal days) {
        return days.compareTo(BigDecimal.ONE) < 0 ? "a day" : Words.decimal(days) + " days";
    }

    private List<Series> byStrategy(Function<Strategy, List<Double>> values) {
        return List.of(
                new Series(Words.strategy(Words.HOTPATCH), values.apply(hotpatch)),
                new Series(Words.strategy(Words.AFTER_FIXES), values.apply(fixed)),
                new Series(Words.strategy(Words.CUMULATIVE), values.apply(classic)));
    }

    private List<Double> restarted(Strategy strategy) {
        return byMonth(strategy, month -> (double) month.restarted(), Double::sum);
    }

    /// Begins with what belongs to no month: the downtime of the fixes.
    private List<Double> downtimeSoFar(Strategy strategy) {
        long ofMonths =
                strategy.months().stream().mapToLong(Month::nodeDowntimeMinutes).sum();
        double minutes = strategy.nodeDowntimeMinutes() - ofMonths;
        List<Double> hours = new ArrayList<>();
        for (Double month : byMonth(strategy, month -> (double) month.nodeDowntimeMinutes(), Double::sum)) {
            minutes += month == null ? 0 : month;
            hours.add(minutes / MINUTES_PER_HOUR);
        }
        return hours;
    }

    /// Over the products; a product without a release in a month keeps its last figure.
    private List<Double> offTrack(Strategy strategy) {
        Map<String, Integer> last = new HashMap<>();
        List<Double> values = new ArrayList<>();
        for (String month : months) {
            strategy.months().stream()
                    .filter(offer -> offer.month().equals(month))
                    .forEach(offer -> last.put(offer.product(), offer.offTrack()));
            values.add(last.values().stream().mapToDouble(Integer::doubleValue).sum());
        }
        return values;
    }

    private List<Double> exposure(Function<Quantiles, BigDecimal> quantile) {
        return byMonth(
                hotpatch,
                month -> month.exposureDays() == null
                        ? null
                        : quantile.apply(month.exposureDays()).doubleValue(),
                Math::max);
    }

    private List<Double> byMonth(Strategy strategy, Function<Month, Double> figure, BinaryOperator<Double> join) {
        Map<String, Double> values = new HashMap<>();
        for (Month month : strategy.months()) {
            Double value = figure.apply(month);
            if (value != null) {
                values.merge(month.month(), value, join);
            }
        }
        List<Double> series = new ArrayList<>();
        months.forEach(month -> series.add(values.get(month)));
        return Collections.unmodifiableList(series);
    }

    private static long max(Series servers) {
        return servers.values().stream().mapToLong(Math::round).max().orElse(0);
    }
}
