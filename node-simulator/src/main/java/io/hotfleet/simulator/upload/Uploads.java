package io.hotfleet.simulator.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.rest.JsonFaults;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/// Reads what callers hand in.
public final class Uploads {
    /// Larger fleets come as files, which are streamed.
    public static final int JSON_BYTES_MAX = 16 * 1024 * 1024;

    /// Leaves room for the forecast's rows in what patch-service takes at once.
    static final int RELEASES_MAX = 500;

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Uploads() {}

    /// A JSON request.
    ///
    /// @param shape a record with one member a field
    public static <T> T json(InputStream body, Class<T> shape) {
        byte[] bytes = limited(body);
        try {
            T request = STRICT.readValue(bytes, shape);
            if (request == null) {
                throw ProblemException.invalid("/fleet", "is missing; a fleet file as a JSON object is accepted");
            }
            return request;
        } catch (JsonProcessingException e) {
            throw JsonFaults.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Uploaded files as sources, under the names that the caller gave them.
    public static List<Source> sources(List<FileUpload> files) {
        if (files == null || files.isEmpty()) {
            throw ProblemException.invalid("/files", "is missing; one or more fleet files are accepted");
        }
        return files.stream().map(Uploads::source).toList();
    }

    /// A fleet file that came as a member of a JSON request.
    public static List<Source> sources(JsonNode fleet) {
        if (fleet == null || !fleet.isObject()) {
            throw ProblemException.invalid("/fleet", "is missing; a fleet file as a JSON object is accepted");
        }
        byte[] bytes = fleet.toString().getBytes(StandardCharsets.UTF_8);
        return List.of(new Source("fleet.json", () -> new ByteArrayInputStream(bytes)));
    }

    /// @param strict whether a file or a row that cannot be read stops the others
    public static Fleet fleet(List<Source> sources, boolean strict) {
        try {
            Fleet fleet = FleetReader.read(sources, strict);
            if (fleet.machines().isEmpty()) {
                throw new FleetInvalid("The files describe no machine; at least one is needed");
            }
            return fleet;
        } catch (FleetInvalid e) {
            throw new ProblemException(ProblemType.FLEET_INVALID, e.getMessage());
        }
    }

    /// Further releases in the form of the release data, a JSON array.
    ///
    /// @param file null where there are none
    public static List<Release> releases(FileUpload file) {
        if (file == null) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return accepted(List.of(STRICT.readValue(in, Release[].class)));
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("/releases", explained(file.fileName(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Further releases of a JSON request.
    public static List<Release> accepted(List<Release> releases) {
        if (releases == null) {
            return List.of();
        }
        if (releases.size() > RELEASES_MAX) {
            throw ProblemException.invalid(
                    "/releases", releases.size() + " rows are too many; up to " + RELEASES_MAX + " are accepted");
        }
        for (Release release : releases) {
            if (release == null || release.product() == null || release.kb() == null || release.month() == null) {
                throw ProblemException.invalid("/releases", "every row needs product, month and kb");
            }
        }
        return releases;
    }

    private static Source source(FileUpload file) {
        String name = file.fileName() == null || file.fileName().isBlank() ? "files" : file.fileName();
        return new Source(name, () -> Files.newInputStream(file.uploadedFile()));
    }

    private static byte[] limited(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(JSON_BYTES_MAX + 1);
            if (bytes.length > JSON_BYTES_MAX) {
                throw new ProblemException(
                        ProblemType.TOO_LARGE,
                        "A JSON request holds up to " + JSON_BYTES_MAX
                                + " bytes; larger fleets are accepted as files of a multipart/form-data request");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String explained(String what, JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : ", line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return what + where + ": " + e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    }
}
