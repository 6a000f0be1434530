package io.hotfleet.hotpatch.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final Path GOLDEN = Path.of("../contract/patch/package-manifest.json");
    private static final List<String> SHOWN = List.of("ntoskrnl.exe", "win32kbase.sys", "kernelbase.dll");

    private final Contents made = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED)
            .hotpatch("windows-server-2025", "KB5062553", List.of("KB5064010", "KB5065474"));

    @Test
    void theGoldenBodyIsTheBeginningOfAMadeManifest() throws IOException {
        ObjectMapper json = new ObjectMapper();
        String golden = Files.readString(GOLDEN);

        assertThat(ManifestJson.read(golden)).isEqualTo(sample());
        assertThat(json.readTree(ManifestJson.write(sample()))).isEqualTo(json.readTree(golden));
    }

    @Test
    void readsWhatItEncodes() {
        Contents read = Contents.read(made.encoded());

        assertThat(read.manifest()).isEqualTo(made.manifest());
        assertThat(read.payloads()).usingElementComparator(Arrays::compare).isEqualTo(made.payloads());
    }

    @Test
    void everyFunctionsDigestIsTheOneOfItsCodeInThePayload() {
        for (int i = 0; i < made.payloads().size(); i++) {
            byte[] payload = made.payloads().get(i);
            int from = 0;
            for (Function function : made.manifest().images().get(i).functions()) {
                byte[] code = Arrays.copyOfRange(payload, from, from + function.newSize());
                assertThat(SyntheticManifests.sha256(code)).isEqualTo(function.digest());
                from += function.newSize();
            }
            assertThat(from).isEqualTo(payload.length);
        }
    }

    @Test
    void namesTheImageWhosePayloadIsAnother() {
        List<byte[]> payloads =
                new ArrayList<>(made.payloads().stream().map(byte[]::clone).toList());
        payloads.get(1)[0]++;

        assertThat(made.firstDiffering()).isNull();
        assertThat(new Contents(made.manifest(), payloads).firstDiffering())
                .isEqualTo(made.manifest().images().get(1).name());
    }

    @Test
    void refusesWhatIsNoContents() {
        byte[] cut = Arrays.copyOf(made.encoded(), 1_000);

        assertThatIllegalArgumentException().isThrownBy(() -> Contents.read(cut));
        assertThatIllegalArgumentException().isThrownBy(() -> Contents.read(new byte[] {5, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Contents.read(new byte[0]));
    }

    /// Three images with at most three functions each: enough for a reader, small enough for a file.
    private Manifest sample() {
        List<Image> images = made.manifest().images().stream()
                .filter(image -> SHOWN.contains(image.name()))
                .map(image -> image.with(
                        image.bootCritical(),
                        image.payloadDigest(),
                        image.functions().stream().limit(3).toList()))
                .toList();
        Manifest whole = made.manifest();
        return new Manifest(
                whole.schema(),
                whole.product(),
                whole.kb(),
                whole.sequenceNumber(),
                whole.baselines(),
                whole.synthetic(),
                whole.foldsIntoFiles(),
                images);
    }
}
