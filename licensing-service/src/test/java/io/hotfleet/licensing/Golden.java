package io.hotfleet.licensing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bodies that the services agreed on; the other ends' tests read the same files.
public final class Golden {
    private Golden() {}

    public static String body(String name) {
        try {
            return Files.readString(Path.of("../contract/licensing", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
