package io.hotfleet.cli.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A form with files, streamed from where they lie.
final class Multipart {

    private final String boundary = "hotfleet-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    /// Adds a field; `null` adds none.
    Multipart field(String name, Object value) {
        if (value != null) {
            parts.add(text("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
        }
        return this;
    }

    /// @param shown the file's name as messages show it
    Multipart file(String name, String shown, Path file) throws FileNotFoundException {
        String safe = shown.replace("\"", "%22").replaceAll("\\p{Cntrl}", " ");
        parts.add(text(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name, safe)));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(text("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(text("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
