package io.hotfleet.hotpatch.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.hotfleet.hotpatch.manifest.Manifest.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private final Contents made = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED)
            .hotpatch("windows-server-2025", "KB5062553", List.of("KB5064010", "KB5065474"));

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

        assertThat(made.difference()).isEmpty();
        assertThat(new Contents(made.manifest(), payloads).difference())
                .get(STRING)
                .contains(made.manifest().images().get(1).name());
    }

    @Test
    void countsThePayloads() {
        assertThat(new Contents(made.manifest(), List.of()).difference())
                .get(STRING)
                .startsWith("0 payloads for ");
    }

    @Test
    void refusesWhatIsNoContents() {
        byte[] cut = Arrays.copyOf(made.encoded(), 1_000);

        assertThatIllegalArgumentException().isThrownBy(() -> Contents.read(cut));
        assertThatIllegalArgumentException().isThrownBy(() -> Contents.read(new byte[] {5, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Contents.read(new byte[0]));
    }
}
