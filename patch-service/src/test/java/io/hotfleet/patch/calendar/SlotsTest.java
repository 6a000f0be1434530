package io.hotfleet.patch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.calendar.Slots.Open;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.ShippedReleases;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource({
        "windows-server-2025, 0, 13",
        "windows-server-2022-azure-edition, 1, 19",
        "windows-server-2022, 1, 19",
        "windows-11-24h2, 0, 9",
        "no-such-product, 0, 0"
    })
    void countsHowOftenAHotpatchMonthBecameABaseline(String product, int unplanned, int known) {
        Slots slots = Slots.of(product, YearMonth.of(2026, 1), YearMonth.of(2026, 12), CATALOGUE);

        assertThat(List.of(slots.unplannedBaselines(), slots.slotsKnown())).containsExactly(unplanned, known);
    }

    @ParameterizedTest(name = "{0} to {1}: {2} open")
    @CsvSource({
        "2025-01, 2025-12, 0",
        "2024-01, 2026-05, 0",
        "2026-05, 2026-06, 1",
        "2026-01, 2026-12, 7",
        "2027-01, 2027-12, 12"
    })
    void onlyMonthsAfterTheNewestKnownOneAreOpen(YearMonth from, YearMonth to, int open) {
        assertThat(Slots.of("windows-server-2025", from, to, CATALOGUE).open()).hasSize(open);
    }

    @Test
    void anOpenMonthHasThePlannedKindAndDate() {
        Slots slots = Slots.of("windows-server-2025", YearMonth.of(2026, 6), YearMonth.of(2026, 7), CATALOGUE);

        assertThat(slots.open())
                .containsExactly(
                        new Open(YearMonth.of(2026, 6), Kind.HOTPATCH, LocalDate.of(2026, 6, 9)),
                        new Open(YearMonth.of(2026, 7), Kind.BASELINE, LocalDate.of(2026, 7, 14)));
    }
}
