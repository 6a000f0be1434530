package io.hotfleet.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.cli.command.CommandLineFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ScenarioCommandTest {

    @Test
    void itExplainsItself() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine line = CommandLineFactory.create(new ScenarioCommand()).setOut(new PrintWriter(out, true));

        int exitCode = line.execute("scenario", "--help");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("Usage: hotfleet scenario").endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario", "scenario flood", "scenario cut", "scenario year --month 5"})
    void badUsageIsAnInputErrorBeforeAnythingStarts(String arguments) {
        assertThat(CommandLineFactory.create(new ScenarioCommand()).execute(arguments.split(" ")))
                .isEqualTo(2);
    }
}
