package io.hotfleet.simulator.assessment;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.simulator.client.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// The releases that Microsoft published, as patch-service has them.
public final class PublishedReleases {
    private static final Path FILE = Path.of("..", "patch-service", "src", "main", "resources", "releases.json");

    private PublishedReleases() {}

    public static List<Release> all() {
        try {
            return List.of(JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(FILE.toFile(), Release[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
