package io.hotfleet.scenarios.year;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The three clusters side by side, as bars.
final class YearChart {

    private static final List<String> COLOURS = List.of("#b3541e", "#3a6ea5", "#2e7d4f");
    private static final int PLOT_HEIGHT = 90;
    private static final int BAR_WIDTH_MAX = 380;
    private static final String BEGIN = """
            <svg xmlns="http://www.w3.org/2000/svg" width="760" height="%d" font-family="sans-serif" font-size="13">
            <rect width="100%%" height="100%%" fill="white"/>
            <text x="20" y="30" font-size="17">The year 2025 on three clusters of three pods</text>
            """;
    private static final String TITLE = "<text x=\"20\" y=\"%d\">%s</text>%n";
    private static final String BAR = """
            <rect x="180" y="%d" width="%d" height="17" fill="%s"/><text x="%d" y="%d">%s  %s</text>
            """;
    private static final List<Plot> PLOTS = List.of(
            new Plot("restarts, all pods", result -> result.restarts().stream()
                    .mapToInt(Integer::intValue)
                    .sum()),
            new Plot("broken sessions", result -> result.seen().sessionsBroken()),
            new Plot("failed requests", result -> result.seen().requestsFailed()),
            new Plot("longest outage, s", result -> result.seen().longestOutageMs() / 1_000.0),
            new Plot("role moves", result -> result.seen().roleMoves()),
            new Plot("quorum losses", result -> result.seen().quorumLosses()));

    private YearChart() {}

    private record Plot(String title, ToDoubleFunction<YearResult> value) {}

    /// @return an SVG image
    static String of(List<YearResult> results) {
        StringBuilder image = new StringBuilder(BEGIN.formatted(60 + PLOT_HEIGHT * PLOTS.size()));
        for (int i = 0; i < PLOTS.size(); i++) {
            plot(image, PLOTS.get(i), 60 + PLOT_HEIGHT * i, results);
        }
        return image.append("</svg>\n").toString();
    }

    private static void plot(StringBuilder image, Plot plot, int top, List<YearResult> results) {
        image.append(String.format(Locale.ROOT, TITLE, top + 12, plot.title()));
        double most =
                Math.max(1, results.stream().mapToDouble(plot.value()).max().orElse(1));
        for (int i = 0; i < results.size(); i++) {
            double value = plot.value().applyAsDouble(results.get(i));
            int width = (int) Math.round(value / most * BAR_WIDTH_MAX);
            int y = top + 22 * i;
            String shown = value == Math.rint(value)
                    ? String.format(Locale.ROOT, "%,.0f", value)
                    : String.format(Locale.ROOT, "%,.1f", value);
            image.append(String.format(
                    Locale.ROOT,
                    BAR,
                    y,
                    width,
                    COLOURS.get(i),
                    188 + width,
                    y + 14,
                    shown,
                    results.get(i).variant().title()));
        }
    }
}
