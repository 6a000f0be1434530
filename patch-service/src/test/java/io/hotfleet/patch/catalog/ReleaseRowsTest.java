package io.hotfleet.patch.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.rest.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = """
            {"product": "windows-server-2025", "month": "2026-06", "releaseDate": "2026-06-09", "kind": "BASELINE",
             "kb": "KB9000001", "build": 26100, "revision": 32900, "planned": false, "restart": "ALWAYS",
             "track": "SETS", "baseline": "KB9000001", "confidence": "primary", "source": "test", "note": null}""";

    @Test
    void acceptsEveryRowThatIsShipped() throws Exception {
        JsonNode shipped = JSON.readTree(getClass().getResourceAsStream("/releases.json"));

        List<Release> releases = ReleaseRows.read(shipped, "");

        assertThat(releases).isEqualTo(ShippedReleases.all());
    }

    @Test
    void acceptsTheOverlayOfTheContract() throws Exception {
        JsonNode fleet = JSON.readTree(Files.readString(Path.of("../contract/patch/put-fleet.json")));

        List<Release> releases = ReleaseRows.read(fleet.get("releases"), "/releases");

        assertThat(releases).extracting(Release::kb).containsExactly("KB9000001");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "product | 'Windows Server' | is not a product",
                "product | null | is missing",
                "month | '2026-13' | is not a month",
                "month | '1999-06' | must lie between",
                "month | 6 | must be a text",
                "releaseDate | '2026-06-31' | is not a date",
                "releaseDate | '2026-07-09' | is not in the month",
                "kind | 'PREVIEW' | is not one of BASELINE, HOTPATCH, CUMULATIVE, OUT_OF_BAND",
                "kb | '9000001' | is not a KB number",
                "build | -1 | must be a whole number",
                "build | 26100.5 | must be a whole number",
                "revision | 99999999999 | must be a whole number",
                "planned | 'no' | must be true or false",
                "restart | null | is missing",
                "restart | 'NEVER' | does not go with track SETS",
                "track | 'KEEPS' | of a BASELINE must be SETS",
                "baseline | 'KB5066835' | must be its own KB",
                "confidence | 'a very long word that nobody would call a confidence' | at most 40",
                "source | 'tab\\u0000le' | control character",
                "colour | 'red' | is not a field of a release"
            })
    void refusesWhatContradictsItselfAndSaysWhere(String field, String value, String detail) throws Exception {
        ObjectNode row = (ObjectNode) JSON.readTree(GOOD);
        row.set(field, JSON.readTree(value.replace('\'', '"')));

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> ReleaseRows.read(List.of(row), "/releases"));

        assertThat(problem).hasMessageContaining("/releases/0/").hasMessageContaining(detail);
    }

    @Test
    void refusesAKeyThatAppearsTwice() throws Exception {
        JsonNode row = JSON.readTree(GOOD);

        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> ReleaseRows.read(List.of(row, row), ""));

        assertThat(problem).hasMessageContaining("/1/kb: KB9000001 appears twice");
    }

    @Test
    void refusesRowsThatAreNoObjects() throws Exception {
        JsonNode rows = JSON.readTree("[1]");

        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> ReleaseRows.read(rows, ""));

        assertThat(problem).hasMessageContaining("/0: must be an object");
    }
}
