package io.hotfleet.hotpatch.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestJsonTest {
    private static final Path GOLDEN = Path.of("../../contract/patch/package-manifest.json");
    private static final List<String> SHOWN = List.of("ntoskrnl.exe", "win32kbase.sys", "kernelbase.dll");

    @Test
    void theGoldenBodyIsTheBeginningOfAMadeManifest() throws IOException {
        Manifest read = ManifestJson.read(Files.readString(GOLDEN));

        assertThat(read).isEqualTo(sample());
    }

    @Test
    void writesWhatTheGoldenBodyHolds() throws IOException {
        ObjectMapper json = new ObjectMapper();

        String written = ManifestJson.write(sample());

        assertThat(json.readTree(written)).isEqualTo(json.readTree(Files.readString(GOLDEN)));
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"schema\":1|\"schema\":2|schema is 2",
                "\"synthetic\":true|\"synthetic\":true,\"extra\":1|extra",
                "\"synthetic\":true,||synthetic",
                "\"kind\":\"user\"|\"kind\":\"driver\"|driver",
                "\"checksum\":\"0x|\"checksum\":\"1x|checksum is 1x",
                "\"digest\":\"sha256:|\"digest\":\"sha1:|digest is not sha256",
                "\"sequenceNumber\":2|\"sequenceNumber\":0|sequenceNumber is 0",
                "\"sequenceNumber\":2|\"sequenceNumber\":2.5|sequenceNumber",
            })
    void refusesAndSaysWhat(String right, String wrong, String reason) {
        String json = ManifestJson.write(sample()).replace(right, wrong == null ? "" : wrong);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManifestJson.read(json))
                .withMessageContaining(reason);
    }

    /// Three images with at most three functions each: enough for a reader, small enough for a file.
    private static Manifest sample() {
        Manifest whole = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED)
                .hotpatch("windows-server-2025", "KB5062553", List.of("KB5064010", "KB5065474"))
                .manifest();
        List<Image> images = whole.images().stream()
                .filter(image -> SHOWN.contains(image.name()))
                .map(image -> image.with(
                        image.bootCritical(),
                        image.payloadDigest(),
                        image.functions().stream().limit(3).toList()))
                .toList();
        return whole.withImages(images);
    }
}
