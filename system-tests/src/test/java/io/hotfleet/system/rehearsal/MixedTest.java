package io.hotfleet.system.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import io.hotfleet.system.stack.Rehearsal;
import io.hotfleet.system.stack.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A grown fleet: every product, three clusters, rings, events, and machines that fail at many gates.
@ExtendWith(SharedStack.class)
class MixedTest {

    private static final Path EXPECTED = Path.of("src/test/resources/expected/mixed.json");

    @Test
    void hasTheFiguresThatItHad() throws IOException {
        JsonNode report =
                Rehearsal.ofFiles(Cli.ROOT.resolve("examples/mixed.yaml")).run();

        assertThat(Json.differences(Json.parse(Files.readString(EXPECTED)), report))
                .isEmpty();
    }
}
