package io.hotfleet.patch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.ShippedReleases;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @CsvSource({
        "2026-06, HOTPATCH, 2026-06-09",
        "2026-07, BASELINE, 2026-07-14",
        "2026-09, HOTPATCH, 2026-09-08",
        "2026-10, BASELINE, 2026-10-13",
        "2027-01, BASELINE, 2027-01-12",
        "2027-02, HOTPATCH, 2027-02-09"
    })
    void plansQuartersAndSecondTuesdays(YearMonth month, Kind kind, LocalDate tuesday) {
        assertThat(Cadence.planned(month)).isEqualTo(kind);
        assertThat(Cadence.patchTuesday(month)).isEqualTo(tuesday);
    }

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "windows-server-2025, 2025-11-01T00:00:00Z, 2026-01",
        "windows-server-2025, 2025-10-14T16:59:59Z, 2025-10",
        "windows-server-2025, 2025-10-14T17:00:00Z, 2026-01",
        "windows-server-2022-azure-edition, 2024-07-10T00:00:00Z, 2024-08",
        "windows-server-2022, 2024-07-10T00:00:00Z, 2024-08",
        "windows-server-2025, 2026-05-01T00:00:00Z, 2026-07",
        "windows-server-2025, 2026-10-01T00:00:00Z, 2026-10",
        "windows-server-2025, 2026-11-22T00:00:00Z, 2027-01",
        "windows-server-2025, 2099-12-31T00:00:00Z, 2100-01",
        "no-such-product, 2026-11-22T00:00:00Z, 2027-01"
    })
    void theNextBaselineIsAKnownOneOrThePlannedOne(String product, Instant after, YearMonth expected) {
        assertThat(Cadence.nextBaseline(product, after, CATALOGUE)).isEqualTo(expected);
    }
}
