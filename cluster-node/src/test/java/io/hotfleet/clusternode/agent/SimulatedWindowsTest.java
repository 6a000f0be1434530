package io.hotfleet.clusternode.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.ManifestJson;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedWindowsTest {
    private static final InstalledSoftware BASELINE = InstalledSoftware.fresh("windows-server-2025", "KB1");
    private static final Manifest MADE_UP = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED)
            .hotpatch("windows-server-2025", "KB1", List.of("KB2"))
            .manifest();
    private static final Manifest SMALLER =
            MADE_UP.withImages(List.of(MADE_UP.images().getFirst()));

    @Test
    void aMachineThatStartsAgainHooksWhatWasInThePackage() {
        SimulatedWindows before = new SimulatedWindows("sql-0", BASELINE);
        before.hotpatch(SMALLER);

        SimulatedWindows after = new SimulatedWindows("sql-0", BASELINE.hotpatched("KB2", ManifestJson.write(SMALLER)));

        assertThat(after.hooks()).isPositive().isEqualTo(before.hooks());
        assertThat(new SimulatedWindows("sql-0", BASELINE.hotpatched("KB2", null)).hooks())
                .as("without a package it is made up")
                .isGreaterThan(after.hooks());
    }
}
