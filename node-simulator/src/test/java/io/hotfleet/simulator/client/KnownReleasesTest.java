package io.hotfleet.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownReleasesTest {
    private static final String SERVED = "windows-server-2022";
    private static final String SERVING = "windows-server-2022-azure-edition";

    @ParameterizedTest(name = "{0}: served {1}")
    @CsvSource({"BASELINE, true", "CUMULATIVE, true", "HOTPATCH, false", "OUT_OF_BAND, false"})
    void theServedProductInstallsNoHotpatchAndNothingOutOfBandOfTheOther(String kind, boolean served) {
        KnownReleases known = known(row(SERVING, kind, "KB1"));

        assertThat(known.find(SERVED, "KB1").isPresent()).isEqualTo(served);
        assertThat(known.find(SERVING, "KB1")).isPresent();
    }

    @Test
    void theServedProductInstallsWhateverIsItsOwn() {
        KnownReleases known = known(row(SERVED, "OUT_OF_BAND", "KB2"));

        assertThat(known.find(SERVED, "KB2")).isPresent();
    }

    private static KnownReleases known(Release overlay) {
        return KnownReleases.ask(new FakePatch(), List.of(SERVED), List.of(overlay));
    }

    private static Release row(String product, String kind, String kb) {
        return new Release(
                product,
                YearMonth.of(2024, 8),
                LocalDate.of(2024, 8, 13),
                kind,
                kb,
                20348,
                2655,
                true,
                "ALWAYS",
                "BREAKS",
                "KB1",
                "primary",
                "test",
                null);
    }
}
