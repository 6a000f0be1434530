package io.hotfleet.patch.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.ShippedReleases;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackAnswerTest {
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{0} {1} at {2}: known {3}, on track {4}, back {5}")
    @CsvSource({
        "windows-server-2025, KB5070881, 2025-11-01T00:00:00Z, true, false, 2026-01, KB5070881 breaks the track until",
        "windows-server-2025, KB5065474, 2025-11-01T00:00:00Z, true, false, 2026-01, KB5065474 is older than the baseline KB5066835",
        "windows-server-2025, KB5046617, 2025-01-01T00:00:00Z, true, true, , The baseline of KB5046617 is not known",
        "windows-server-2025, KB5046617, 2025-02-01T00:00:00Z, true, false, 2025-04, KB5046617 is older than the baseline KB5050009",
        "windows-server-2025, KB5070893, 2025-11-01T00:00:00Z, true, true, , ",
        "windows-server-2025, KB9999999, 2025-11-01T00:00:00Z, false, true, , The catalogue knows no KB9999999",
        "windows-server-2025, , 2024-11-01T00:00:00Z, true, true, , No release of windows-server-2025 is known before",
        "windows-server-2025, KB5087539, 2026-11-22T00:00:00Z, true, false, 2027-01, KB5087539 breaks the track until"
    })
    void saysWhereAMachineStandsAndWhy(
            String product, String kb, Instant at, boolean known, boolean onTrack, YearMonth back, String reason) {
        TrackRequest.Machine machine = new TrackRequest.Machine("m", product, kb, true);

        TrackAnswer answer = TrackAnswer.of(machine, at, CATALOGUE);

        assertThat(answer.known()).isEqualTo(known);
        assertThat(answer.onTrack()).isEqualTo(onTrack);
        assertThat(answer.backOnTrack()).isEqualTo(back);
        if (reason == null) {
            assertThat(answer.reason()).isNull();
        } else {
            assertThat(answer.reason()).startsWith(reason);
        }
    }
}
