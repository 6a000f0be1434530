package io.hotfleet.simulator.report;

import io.hotfleet.simulator.report.Section.Column;
import io.hotfleet.simulator.report.Section.Row;
import io.hotfleet.simulator.report.Section.Table;
import io.quarkus.qute.RawString;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A plot over months, drawn as static SVG: nothing runs when it is read, and paper shows what a screen shows.
///
/// Series are told apart by filling, dash and marker too, so that black and white will do. Colours come from the style
/// sheet of the page.
///
/// @param title says the finding
/// @param unit of the upright axis
/// @param forecast the months of the axis that are a forecast
@RegisterForReflection(registerFullHierarchy = true)
record Chart(
        String id,
        String title,
        String unit,
        String note,
        Shape shape,
        List<String> months,
        Set<String> forecast,
        List<Series> series) {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 270;
    private static final int LEFT = 56;
    private static final int RIGHT = 8;
    private static final int TOP = 56;
    private static final int BOTTOM = 44;
    private static final int TICKS = 4;
    private static final double BAR_MAX = 36;
    private static final int MARKED_MONTHS_MAX = 24;
    private static final int NAMED_MONTHS_MAX = 14;

    enum Shape {
        BARS,
        LINES
    }

    /// @param values one a month; null where there is none
    record Series(String name, List<Double> values) {}

    /// The same values for who cannot see the plot.
    public Table table() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Month"), Column.text("Status")));
        series.forEach(line -> columns.add(Column.number(line.name())));
        List<Row> rows = new ArrayList<>();
        for (int month = 0; month < months.size(); month++) {
            boolean expected = forecast.contains(months.get(month));
            List<String> cells = new ArrayList<>(List.of(months.get(month), expected ? "forecast" : "known"));
            for (Series line : series) {
                cells.add(number(line.values().get(month)));
            }
            rows.add(new Row(cells, expected));
        }
        return new Table(unit, columns, rows);
    }

    public RawString svg() {
        Pen pen = new Pen();
        double step = step();
        double top = step * Math.max(1, Math.ceil(max() / step));
        pen.open(id, title, unit);
        band(pen);
        for (int tick = 0; tick * step <= top + step / 2; tick++) {
            double y = y(tick * step, top);
            pen.line(tick == 0 ? "axis" : "grid", LEFT, y, WIDTH - RIGHT, y);
            pen.text("end", LEFT - 8, y + 5, axis(tick * step));
        }
        pen.text("start unit", 0, TOP - 20, unit);
        months(pen);
        for (int index = 0; index < series.size(); index++) {
            switch (shape) {
                case BARS -> bars(pen, index, top);
                case LINES -> line(pen, index, top);
            }
        }
        legend(pen);
        return new RawString(pen.close());
    }

    private void band(Pen pen) {
        int first = 0;
        while (first < months.size() && !forecast.contains(months.get(first))) {
            first++;
        }
        if (first == months.size()) {
            return;
        }
        double left = LEFT + first * slot();
        pen.rect("forecast", left, TOP, WIDTH - RIGHT - left, HEIGHT - TOP - BOTTOM);
        pen.line("border", left, TOP - 16, left, HEIGHT - BOTTOM);
        boolean narrow = WIDTH - RIGHT - left < 80;
        pen.text(narrow ? "end" : "start", narrow ? WIDTH - RIGHT : left + 5, TOP - 5, "forecast");
        if (first > 0) {
            pen.text("end", left - 5, TOP - 5, "known");
        }
    }

    private void months(Pen pen) {
        int every = named(1) ? 1 : named(3) ? 3 : 12;
        for (int index = 0; index < months.size(); index++) {
            YearMonth month = YearMonth.parse(months.get(index));
            double middle = LEFT + (index + 0.5) * slot();
            boolean january = month.getMonthValue() == 1;
            if (every < 12 && (month.getMonthValue() - 1) % every == 0) {
                String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                pen.text("middle", middle, HEIGHT - BOTTOM + 17, name);
            }
            if (january || index == 0) {
                pen.text("middle", middle, HEIGHT - BOTTOM + (every < 12 ? 33 : 17), String.valueOf(month.getYear()));
                pen.line("axis", middle, HEIGHT - BOTTOM, middle, HEIGHT - BOTTOM + 4);
            }
        }
    }

    private boolean named(int every) {
        return months.stream()
                        .filter(month -> (YearMonth.parse(month).getMonthValue() - 1) % every == 0)
                        .count()
                <= NAMED_MONTHS_MAX;
    }

    private void bars(Pen pen, int index, double top) {
        double width = Math.min(BAR_MAX, slot() * 0.8 / series.size());
        List<Double> values = series.get(index).values();
        for (int month = 0; month < values.size(); month++) {
            Double value = values.get(month);
            if (value != null && value > 0) {
                double left = LEFT + (month + 0.5) * slot() + (index - series.size() / 2.0) * width;
                double y = y(value, top);
                pen.rect("bar s" + index, left, y, Math.max(0.8, width - 1), HEIGHT - BOTTOM - y);
            }
        }
    }

    private void line(Pen pen, int index, double top) {
        StringBuilder path = new StringBuilder();
        List<Double> values = series.get(index).values();
        boolean gap = true;
        for (int month = 0; month < values.size(); month++) {
            Double value = values.get(month);
            if (value != null) {
                double x = LEFT + (month + 0.5) * slot();
                double y = y(value, top);
                path.append(gap ? "M" : "L").append(Pen.at(x)).append(' ').append(Pen.at(y));
                if (values.size() <= MARKED_MONTHS_MAX) {
                    pen.marker(index, x, y);
                }
            }
            gap = value == null;
        }
        pen.path("line s" + index, path.toString());
    }

    private void legend(Pen pen) {
        double x = LEFT;
        for (int index = 0; index < series.size(); index++) {
            if (shape == Shape.BARS) {
                pen.rect("bar s" + index, x, 4, 14, 11);
            } else {
                pen.line("line s" + index, x, 10, x + 26, 10);
                pen.marker(index, x + 13, 10);
            }
            x += shape == Shape.BARS ? 20 : 32;
            pen.text("start", x, 14, series.get(index).name());
            x += series.get(index).name().length() * 8 + 18;
        }
    }

    private double slot() {
        return (WIDTH - LEFT - RIGHT) / (double) Math.max(1, months.size());
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    private double max() {
        return series.stream()
                .flatMap(line -> line.values().stream())
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /// The distance of the grid's lines: 1, 2 or 5 times a power of ten, whole where the values are.
    private double step() {
        boolean whole = series.stream()
                .flatMap(line -> line.values().stream())
                .allMatch(value -> value == null || value == Math.rint(value));
        double rough = Math.max(max() / TICKS, whole ? 1 : 0.1);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double scaled = rough / power;
        return power * (scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10);
    }

    private static String axis(double value) {
        if (value >= 1_000_000) {
            return number(value / 1_000_000) + "M";
        }
        return value >= 10_000 ? number(value / 1_000) + "k" : number(value);
    }

    private static String number(Double value) {
        if (value == null) {
            return "none";
        }
        double tenths = Math.rint(value * 10) / 10;
        return String.format(Locale.ENGLISH, tenths == Math.rint(tenths) ? "%,.0f" : "%,.1f", tenths);
    }

    /// Writes SVG elements; every text is escaped.
    private static final class Pen {
        private final StringBuilder svg = new StringBuilder();
        private String id;

        void open(String name, String title, String unit) {
            id = name;
            svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %<s-about\">"
                    .formatted(WIDTH, HEIGHT, id));
            svg.append("<title id=\"%s-title\">%s</title>".formatted(id, escaped(title)));
            svg.append("<desc id=\"%s-about\">%s by month; the values follow as a table.</desc>"
                    .formatted(id, escaped(unit)));
            svg.append("<defs><pattern id=\"%s-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""
                            .formatted(id)
                    + " patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"5\" height=\"5\"/>"
                    + "<rect class=\"hatch-stripe\" width=\"2.4\" height=\"5\"/></pattern></defs>");
        }

        void line(String look, double x1, double y1, double x2, double y2) {
            svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                    .formatted(look, at(x1), at(y1), at(x2), at(y2)));
        }

        void rect(String look, double x, double y, double width, double height) {
            String fill = look.endsWith("s1") ? " fill=\"url(#" + id + "-hatch)\"" : "";
            svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
                    .formatted(look, at(x), at(y), at(width), at(height), fill));
        }

        void path(String look, String path) {
            svg.append("<path class=\"%s\" d=\"%s\"/>".formatted(look, path));
        }

        /// A circle, a square, a triangle.
        void marker(int index, double x, double y) {
            String shape =
                    switch (index) {
                        case 0 -> "M%s %sm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";
                        case 1 -> "M%s %sm-3.5 -3.5h7v7h-7z";
                        default -> "M%s %sm0 -4.5l4.5 8h-9z";
                    };
            path("marker s" + index, shape.formatted(at(x), at(y)));
        }

        void text(String look, double x, double y, String words) {
            svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(look, at(x), at(y), escaped(words)));
        }

        String close() {
            return svg.append("</svg>").toString();
        }

        static String at(double position) {
            return String.format(Locale.ROOT, "%.1f", position);
        }

        private static String escaped(String words) {
            return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }
}
