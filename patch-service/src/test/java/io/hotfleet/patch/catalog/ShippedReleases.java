package io.hotfleet.patch.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The project's own release data, for tests without Quarkus.
public final class ShippedReleases {
    private ShippedReleases() {}

    public static List<Release> all() {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        try (InputStream file = ShippedReleases.class.getResourceAsStream("/releases.json")) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Catalogue catalogue() {
        return Catalogue.of(all());
    }

    public static Release find(String product, String kb) {
        return catalogue().find(product, kb).orElseThrow();
    }
}
