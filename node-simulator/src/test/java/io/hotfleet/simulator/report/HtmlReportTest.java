package io.hotfleet.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
    private static final Pattern OUTSIDE_LINK =
            Pattern.compile("(?:src|href)=\"(?!#|data:)|url\\((?!#)|@import|<script");

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isOnePageThatAsksForNothingElse(String name, Report report) {
        String page = HtmlReport.render(report);

        Golden.keep(name + ".html", page);
        assertThat(page).startsWith("<!doctype html>\n<html lang=\"en\">").endsWith("</html>\n");
        assertThat(OUTSIDE_LINK.matcher(page).results()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void hasEverySectionOfTheText(String name, Report report) {
        List<String> titles = Outline.of(report).stream().map(Section::title).toList();

        String page = HtmlReport.render(report);

        assertThat(titles).allSatisfy(title -> assertThat(page).contains(">" + title + "</h2>"));
    }

    static Stream<Arguments> samples() {
        return Samples.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void namesAreTextNeverMarkup() {
        String page = HtmlReport.render(Samples.mixed());

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(2)&lt;/script&gt;");
    }

    @Test
    void aNameCannotEndTheStyleSheet() {
        String css = HtmlReport.cssString("a\"}</style>\n");

        assertThat(css).isEqualTo("\"a\\000022\\00007d\\00003c\\00002fstyle\\00003e\\00000a\"");
    }

    @Test
    void ofManyClustersOnlyTheWorstAreShownAndTheirNumberIsSaid() {
        String page = HtmlReport.render(Samples.large());

        assertThat(page).contains("50 of 2,500 clusters", ">cluster-2499</th>").doesNotContain(">cluster-0001</th>");
    }

    @Test
    void forecastMonthsAreMarkedInPlotsAndTables() {
        String page = HtmlReport.render(Samples.forecast());

        assertThat(page)
                .contains(">forecast</text>", ">known</text>", "<tr class=\"forecast\">")
                .contains("Known until 2026-05; forecast after that: 2026-06 to 2026-12");
    }

    @Test
    void plotsOfAKnownPeriodSpeakOfNoForecast() {
        String page = HtmlReport.render(Samples.contoso());

        assertThat(page).doesNotContain(">forecast</text>", "<tr class=\"forecast\">");
    }

    @Test
    void anEmptyFleetHasNoPlots() {
        String page = HtmlReport.render(Samples.empty());

        assertThat(page).contains("The fleet has no servers").doesNotContain("<svg viewBox");
    }
}
