package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import io.hotfleet.system.stack.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The example that the documentation tells about has exactly the figures that it tells.
@ExtendWith(SharedStack.class)
class ContosoTest {

    // a heading of two lines, then the verdict
    private static final int VERDICT_LINES = 4;
    private static final Path GOLDEN = Cli.ROOT.resolve("contract/simulator/report.json");
    private static final Path EXPECTED = Path.of("src/test/resources/expected/contoso.json");

    @Test
    void hasExactlyTheDocumentedFigures() throws IOException {
        Cli.Result result = SharedStack.CLI.run(
                "rehearse", Cli.ROOT.resolve("examples/contoso.yaml").toString(), "--json", "-");

        List<String> differences = new ArrayList<>();
        compare("", Json.parse(Files.readString(EXPECTED)), Json.parse(result.out()), differences);
        assertThat(result.exitCode()).isZero();
        assertThat(differences).isEmpty();
        assertThat(result.out()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void theTextBeginsWithTheVerdict() {
        Cli.Result result = SharedStack.CLI.run(
                "rehearse", Cli.ROOT.resolve("examples/contoso.yaml").toString(), "--quiet");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().limit(VERDICT_LINES).collect(Collectors.joining(" ")))
                .contains("124 of 134 servers can hotpatch", "10 more after one restart each")
                .contains("992 fewer restarts", "USD 10,656");
    }

    /// Every field that is expected must be there with that value; there may be others.
    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field -> compare(
                            path + "/" + field.getKey(), field.getValue(), actual.path(field.getKey()), differences));
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "/" + i, expected.get(i), actual.path(i), differences);
            }
        } else if (!expected.asText().equals(actual.asText())) {
            differences.add("%s: %s expected, %s found".formatted(path, expected, actual));
        }
    }
}
