package io.hotfleet.simulator.inventory;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files for tests: those of the examples, and small ones that the test writes down itself.
public final class Sources {
    static final Path EXAMPLES = Path.of("..", "examples");

    private Sources() {}

    public static Source text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Source bytes(String name, byte[] content) {
        return new Source(name, () -> new ByteArrayInputStream(content));
    }

    static Source example(String name) {
        return Source.of(EXAMPLES.resolve(name));
    }

    /// A file of the cases from the field.
    public static Source aCase(String name) {
        return new Source(name, () -> Sources.class.getResourceAsStream("/cases/" + name));
    }

    /// Several of them, read together.
    public static Fleet cases(String... names) {
        return FleetReader.read(Stream.of(names).map(Sources::aCase).toList());
    }

    static Fleet read(String yaml) {
        return FleetReader.read(List.of(text("fleet.yaml", yaml)));
    }
}
