package io.hotfleet.simulator.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A report as one page that needs nothing else: no script, no request, the same on a screen and on paper.
///
/// Sections and their order are those of the text; plots and key figures come on top.
@RegisterResources(globs = "report/*")
public final class HtmlReport {
    private static final String CSS = resource("/report/page.css");
    private static final Template PAGE = page();

    private HtmlReport() {}

    public static String render(Report report) {
        String title = "Rehearsal of " + report.fleet() + ", " + Words.period(report.from(), report.to());
        return PAGE.data("title", title)
                .data("css", new RawString(CSS))
                .data("pageHeader", new RawString(cssString("Hotfleet: " + title)))
                .data("verdict", Verdict.of(report))
                .data("tiles", report.servers() == 0 ? List.of() : tiles(report))
                .data("charts", report.servers() == 0 ? List.of() : Charts.of(report))
                .data("sections", Outline.of(report))
                .render();
    }

    /// A figure that is read first.
    ///
    /// @param about what it is compared with
    @RegisterForReflection(registerFullHierarchy = true)
    record Tile(String name, String figure, String about) {}

    private static List<Tile> tiles(Report report) {
        Report.Eligibility eligibility = report.eligibility();
        Report.Strategy hotpatch = report.strategies().get(Words.HOTPATCH);
        Report.Strategy classic = report.strategies().get(Words.CUMULATIVE);
        Report.Cost cost = hotpatch.cost();
        List<Tile> tiles = new ArrayList<>();
        if (eligibility.unknown() > 0) {
            tiles.add(new Tile(
                    "Unknown",
                    Words.percent(eligibility.unknown(), report.servers()),
                    Words.count(eligibility.unknown()) + " of " + Words.counted(report.servers(), "server")));
        }
        tiles.add(new Tile(
                "Can hotpatch",
                Words.count(eligibility.eligible()),
                "of " + Words.counted(report.servers(), "server") + "; " + Words.count(eligibility.afterFixes())
                        + " after fixes"));
        tiles.add(new Tile(
                "Restarts saved",
                Words.count(report.saved().restarts()),
                Words.count(hotpatch.restarts()) + " instead of " + Words.count(classic.restarts())));
        tiles.add(new Tile(
                "Node downtime saved",
                Words.hours(report.saved().nodeDowntimeMinutes()) + " h",
                Words.hours(hotpatch.nodeDowntimeMinutes()) + " instead of "
                        + Words.hours(classic.nodeDowntimeMinutes())));
        tiles.add(new Tile("Cost", Words.money(cost.currency(), cost.total()), wasted(cost)));
        return tiles;
    }

    private static Template page() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        Variant html = Variant.forContentType(Variant.TEXT_HTML);
        engine.putTemplate("table", engine.parse(resource("/report/table.html"), html));
        return engine.parse(resource("/report/page.html"), html);
    }

    private static String wasted(Report.Cost cost) {
        return cost.wasted().compareTo(BigDecimal.ZERO) == 0
                ? "nothing wasted"
                : Words.money(cost.currency(), cost.wasted()) + " of it wasted";
    }

    /// Every character but letters and digits as its code, so that no name can end the string, the rule or the element.
    static String cssString(String words) {
        StringBuilder css = new StringBuilder("\"");
        words.codePoints().forEach(point -> {
            boolean plain = point < 128 && Character.isLetterOrDigit(point);
            css.append(plain ? Character.toString(point) : "\\%06x".formatted(point));
        });
        return css.append('"').toString();
    }

    private static String resource(String path) {
        try (InputStream resource = HtmlReport.class.getResourceAsStream(path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
