package io.hotfleet.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"contoso", "forecast"})
    void givesTheGoldenTable(String name) {
        String csv = CsvReport.render(Samples.all().get(name));

        Golden.assertSame(Golden.RESOURCES.resolve(name + ".csv"), csv.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"HOTPATCH", "HOTPATCH_AFTER_FIXES", "CUMULATIVE"})
    void columnsSumUpToTheReportsTotals(String strategy) throws IOException {
        Report report = Samples.contoso();

        List<Map<String, String>> rows = parse(CsvReport.render(report)).stream()
                .filter(row -> row.get("strategy").equals(strategy))
                .toList();

        Report.Strategy total = report.strategies().get(strategy);
        assertThat(sum(rows, "restarted")).isEqualByComparingTo(BigDecimal.valueOf(total.restarts()));
        assertThat(sum(rows, "nodeDowntimeMinutes"))
                .isEqualByComparingTo(BigDecimal.valueOf(total.nodeDowntimeMinutes()));
        assertThat(sum(rows, "cost")).isEqualByComparingTo(total.cost().total());
    }

    @Test
    void textThatWouldBeAFormulaIsNeutralised() throws IOException {
        String csv = CsvReport.render(Samples.check());

        assertThat(parse(csv))
                .extracting(row -> row.get("machine"))
                .containsExactly("web-001", "dc-01", "'=cmd|' /C calc'!A0");
    }

    @Test
    void aCheckHasOneRowAMachine() throws IOException {
        String csv = CsvReport.render(Samples.check());

        assertThat(parse(csv))
                .extracting(row -> row.get("cluster") + "; " + row.get("status") + "; " + row.get("gates") + "; "
                        + row.get("remedies"))
                .containsExactly(
                        "; ELIGIBLE; ; ",
                        "; BLOCKED; OPT_IN; OPT_IN",
                        "sql-ag-01; UNKNOWN; VBS_NOT_RUNNING ARC; ENABLE_VBS CONNECT_ARC");
    }

    @Test
    void linesEndWithCarriageReturnAndLineFeed() {
        String csv = CsvReport.render(Samples.empty());

        assertThat(csv).endsWith("\r\n");
        assertThat(csv.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Map<String, String>> parse(String csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return rows.readAll();
        }
    }
}
