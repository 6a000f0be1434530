package io.hotfleet.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"rehearse", "check", "up", "down", "status", "import", "bench", "dev"})
    void everyCommandExplainsItself(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine line = CommandLineFactory.create().setOut(new PrintWriter(out, true));

        int exitCode = line.execute(command, "--help");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("Usage: hotfleet " + command).endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "rehearse",
                "rehearse f.yaml --from 2025-13",
                "rehearse f.yaml --seed one",
                "rehearse f.yaml --from 2025-05 --to 2025-01",
                "rehearse f.yaml --runs 0",
                "rehearse f.yaml --json - --csv -",
                "rehearse no-such-file.yaml",
                "check f.yaml --at tomorrow",
                "check",
                "check f.yaml --server 127.0.0.1:8083",
                "import no-such-file.json",
                "up --patch-port many",
                "bench rehearsal --sizes 3",
                "bench ingest-nothing",
                "dev",
                "dev no-service"
            })
    void badUsageIsAnInputErrorBeforeAnythingStarts(String arguments) {
        List<String> args = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));

        assertThat(CommandLineFactory.create().execute(args.toArray(String[]::new)))
                .isEqualTo(2);
    }
}
