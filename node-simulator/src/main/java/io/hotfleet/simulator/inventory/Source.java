package io.hotfleet.simulator.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// One file that tells something of a fleet. It is opened once and read from front to end.
///
/// @param name as messages show it; its last part may name the machine or the cluster
public record Source(String name, Opener opener) {
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    public static Source of(Path file) {
        return new Source(file.toString(), () -> Files.newInputStream(file));
    }
}
