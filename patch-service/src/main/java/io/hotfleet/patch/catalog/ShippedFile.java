package io.hotfleet.patch.catalog;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The release data that this build carries.
@RegisterResources(globs = "releases.json")
final class ShippedFile {
    private static final String PATH = "/releases.json";

    private ShippedFile() {}

    static String text() {
        try (InputStream file = ShippedFile.class.getResourceAsStream(PATH)) {
            if (file == null) {
                throw new IllegalStateException("This build carries no " + PATH);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
