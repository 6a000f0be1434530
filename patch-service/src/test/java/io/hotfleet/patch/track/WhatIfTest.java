package io.hotfleet.patch.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.ShippedReleases;
import io.hotfleet.patch.track.WhatIf.Outcome;
import io.hotfleet.patch.track.WhatIf.Step;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {
    private static final String WS2025 = "windows-server-2025";
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{0} on {1}: restarts {2}, on track {3}, {4} restarts against {5}")
    @CsvSource({
        "KB5070881, KB5066835, true, false, 4, 1",
        "KB5070893, KB5066835, false, true, 1, 1",
        "KB5066835, KB5065474, true, true, 2, 3",
        "KB5068861, KB5066835, true, false, 3, 1",
        "KB5068966, KB5066835, false, true, 1, 1",
        "KB5070881, KB5068221, true, false, 4, 3",
        "KB5087539, KB5082063, true, false, 3, 1"
    })
    void comparesInstallingWithLeavingOut(
            String kb, String machineKb, boolean restarts, boolean onTrack, int installed, int left) {
        Outcome outcome = question(kb).on(release(machineKb));

        assertThat(outcome.refusal()).isNull();
        assertThat(outcome.restarts()).isEqualTo(restarts);
        assertThat(outcome.installed().onTrack()).isEqualTo(onTrack);
        assertThat(outcome.installed().restarts()).isEqualTo(installed);
        assertThat(outcome.left().restarts()).isEqualTo(left);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "KB5070893, KB5070881, It needs the baseline KB5066835; the machine is off the track.",
        "KB5068966, KB5065474, It needs the baseline KB5066835; the machine is off the track.",
        "KB5066835, KB5066835, The machine has it already.",
        "KB5066835, KB5068966, The machine has the newer KB5068966."
    })
    void saysWhyAReleaseCannotBeInstalled(String kb, String machineKb, String refusal) {
        Outcome outcome = question(kb).on(release(machineKb));

        assertThat(outcome.refusal()).isEqualTo(refusal);
        assertThat(outcome.installed()).isEqualTo(outcome.left());
    }

    @Test
    void followsTheMachineToTheNextBaseline() {
        Outcome outcome = question("KB5070881").on(release("KB5066835"));

        assertThat(outcome.installed().steps())
                .extracting(Step::kb)
                .containsExactly("KB5068861", "KB5072033", "KB5073379");
        assertThat(outcome.left().steps()).extracting(Step::kb).containsExactly("KB5068966", "KB5072014", "KB5073379");
    }

    @Test
    void namesTheReleaseThatIsEasilyMistaken() {
        assertThat(question("KB5070881").alternatives()).extracting(Release::kb).containsExactly("KB5070893");
        assertThat(question("KB5070893").alternatives()).extracting(Release::kb).containsExactly("KB5070881");
        assertThat(question("KB5066835").alternatives()).isEmpty();
    }

    @Test
    void saysAllOfItInSentences() {
        WhatIfView view = WhatIfView.of(WS2025, release("KB5070881"), release("KB5066835"), question("KB5070881"));

        assertThat(view.summary())
                .isEqualTo("KB5070881 restarts the machine. The machine is off the track until the baseline of 2026-01."
                        + " Further restarts until then, that baseline's included: 3 (2025-11, 2025-12, 2026-01);"
                        + " without it 1 (2026-01). KB5070893 keeps the track; both are build 26100.6905, so the"
                        + " build does not tell them apart.");
    }

    @Test
    void aReleaseWithoutDateCountsFromItsMonth() {
        Release undated = ShippedReleases.find("windows-server-2022-azure-edition", "KB5070892");
        WhatIf question = new WhatIf(CATALOGUE, "windows-server-2022-azure-edition", undated, Set.of());

        Outcome outcome = question.on(ShippedReleases.find("windows-server-2022-azure-edition", "KB5066782"));

        assertThat(outcome.nextBaseline()).hasToString("2026-01");
        assertThat(question.alternatives()).isEmpty();
    }

    private static WhatIf question(String kb) {
        return new WhatIf(CATALOGUE, WS2025, release(kb), Set.of());
    }

    private static Release release(String kb) {
        return ShippedReleases.find(WS2025, kb);
    }
}
