package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import io.hotfleet.system.stack.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

        assertThat(result.exitCode()).isZero();
        assertThat(Json.differences(Json.parse(Files.readString(EXPECTED)), Json.parse(result.out())))
                .isEmpty();
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
}
