package io.hotfleet.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.cli.bench.GeneratedFleet.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GeneratedFleetTest {

    @Test
    void standAloneMachinesAreOneRange() throws IOException {
        Path file = new GeneratedFleet(1000, Shape.STAND_ALONE).write();

        assertThat(Files.readAllLines(file))
                .containsExactly("fleet: bench-1000", "servers:", "  - name: node-[000001-001000]");
        Files.delete(file);
    }

    @Test
    void clustersSpreadOverFiftyWindows() throws IOException {
        Path file = new GeneratedFleet(1000, Shape.CLUSTERS).write();

        assertThat(Files.readAllLines(file).stream()
                        .filter(line -> line.contains("window"))
                        .map(line -> line.substring(line.indexOf("window")))
                        .distinct())
                .hasSize(50);
        Files.delete(file);
    }
}
