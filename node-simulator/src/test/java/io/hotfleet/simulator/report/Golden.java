package io.hotfleet.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that say what a renderer must give. `-Dgolden.write=true` writes them anew; read the difference before a
/// commit.
final class Golden {
    static final Path CONTRACT = Path.of("../contract/simulator");
    static final Path RESOURCES = Path.of("src/test/resources/report");

    private Golden() {}

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertSame(Path file, byte[] actual) {
        if (Boolean.getBoolean("golden.write")) {
            write(file, actual);
        }
        assertThat(new String(actual, StandardCharsets.UTF_8))
                .isEqualTo(new String(read(file), StandardCharsets.UTF_8));
    }

    /// For a person to look at, under target/report.
    static void keep(String name, String content) {
        try {
            Path folder = Files.createDirectories(Path.of("target/report"));
            Files.writeString(folder.resolve(name.replace(' ', '-')), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
