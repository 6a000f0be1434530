package io.hotfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.cli.command.CommandLineFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ImagesCommandTest {

    @Test
    void itExplainsItself() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine line = CommandLineFactory.create(new ImagesCommand()).setOut(new PrintWriter(out, true));

        int exitCode = line.execute("images", "--help");

        assertThat(exitCode).isZero();
        assertThat(out.toString()).startsWith("Usage: hotfleet images").endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images --push --load docker"})
    void badUsageIsAnInputErrorBeforeAnythingStarts(String arguments) {
        assertThat(CommandLineFactory.create(new ImagesCommand()).execute(arguments.split(" ")))
                .isEqualTo(2);
    }
}
