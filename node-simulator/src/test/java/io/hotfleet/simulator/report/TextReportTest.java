package io.hotfleet.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void givesTheGoldenText(String name, Report report) {
        String text = TextReport.render(report);

        Golden.assertSame(golden(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void fitsInto100ColumnsOfAsciiButForCommands(String name, Report report) {
        String text = TextReport.render(report);

        assertThat(text.lines().filter(line -> !line.startsWith("    "))).allMatch(line -> line.length() <= 100);
        assertThat(text).isASCII();
    }

    static Stream<Arguments> samples() {
        return Samples.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void rendersACheck() {
        String text = TextReport.renderCheck(Samples.check());

        Golden.assertSame(golden("check"), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        CheckReport check = new CheckReport(
                "evil\u001b[2J",
                "2025-01-01T00:00:00Z",
                1,
                0,
                new Report.Eligibility(1, 1, 0, 0, Map.of()),
                List.of(),
                List.of("line\rfeed"),
                List.of());

        String text = TextReport.renderCheck(check);

        assertThat(text).doesNotContain("\u001b", "\r").contains("evil?[2J", "line?feed");
    }

    private static Path golden(String name) {
        return Golden.RESOURCES.resolve(name.replace(' ', '-') + ".txt");
    }
}
