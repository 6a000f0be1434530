package io.hotfleet.simulator.inventory;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Files for tests: those of the examples, and small ones that the test writes down itself.
final class Sources {
    static final Path EXAMPLES = Path.of("..", "examples");

    private Sources() {}

    static Source text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Source bytes(String name, byte[] content) {
        return new Source(name, () -> new ByteArrayInputStream(content));
    }

    static Source example(String name) {
        return Source.of(EXAMPLES.resolve(name));
    }

    static Fleet read(String yaml) {
        return FleetReader.read(List.of(text("fleet.yaml", yaml)));
    }
}
