package io.hotfleet.patch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.Release.Restart;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final String WS2025 = "windows-server-2025";
    private static final String AZURE = "windows-server-2022-azure-edition";
    private static final String WS2022 = "windows-server-2022";
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{0} {1}: baseline {2}, hotpatch {3}, cumulative {4}")
    @CsvSource({
        "windows-server-2025, 2025-01, KB5050009, -, -",
        "windows-server-2025, 2025-02, -, KB5052105, KB5051987",
        "windows-server-2025, 2025-10, KB5066835, -, -",
        "windows-server-2025, 2024-10, -, -, -",
        "windows-server-2022-azure-edition, 2024-08, KB5041160, -, -",
        "windows-server-2022, 2025-02, -, -, KB5051979",
        "windows-server-2022, 2025-04, KB5055526, -, -",
        "windows-11-24h2, 2025-02, -, -, KB5051987",
        "no-such-product, 2025-02, -, -, -"
    })
    void aMonthHasOneRegularOffer(
            String product, YearMonth month, String baseline, String hotpatch, String cumulative) {
        RegularOffer offer = CATALOGUE.regular(product, month);

        assertThat(List.of(kb(offer.baseline()), kb(offer.hotpatch()), kb(offer.cumulative())))
                .containsExactly(baseline, hotpatch, cumulative);
    }

    @Test
    void aBaselineOfTheOverlaySuppressesTheMonthsHotpatch() {
        Catalogue overlaid = CATALOGUE.overlaid(List.of(baseline("KB9000001", "2026-05-12")));

        assertThat(overlaid.regular(WS2025, YearMonth.of(2026, 5)).baseline().kb())
                .isEqualTo("KB9000001");
        assertThat(overlaid.regular(WS2025, YearMonth.of(2026, 5)).hotpatch()).isNull();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "2025-10-20, 2025-10-24, KB9000002",
        "2025-10-24, 2025-10-20, KB9000001",
        "2025-10-01, 2025-10-02, KB5066835"
    })
    void ofTwoBaselinesTheNewerHolds(String first, String second, String expected) {
        Catalogue overlaid = CATALOGUE.overlaid(List.of(baseline("KB9000001", first), baseline("KB9000002", second)));

        assertThat(overlaid.regular(WS2025, YearMonth.of(2025, 10)).baseline().kb())
                .isEqualTo(expected);
    }

    @Test
    void anOverlayReplacesTheRowOfTheSameKbAndLeavesTheOriginalAlone() {
        Release moved = baseline("KB5066835", "2025-10-15");

        Catalogue overlaid = CATALOGUE.overlaid(List.of(moved));

        assertThat(overlaid.find(WS2025, "KB5066835")).contains(moved);
        assertThat(overlaid.releases(WS2025)).hasSameSizeAs(CATALOGUE.releases(WS2025));
        assertThat(CATALOGUE.find(WS2025, "KB5066835").orElseThrow().releaseDate())
                .isEqualTo("2025-10-14");
    }

    @Test
    void releasesComeInOrderOfAppearanceAndThoseWithoutDateLast() {
        List<Release> releases = CATALOGUE.releases(AZURE);

        assertThat(releases.getFirst().kb()).isEqualTo("KB5034129");
        assertThat(releases.getLast().kb()).isEqualTo("KB5070892");
        assertThat(releases.stream().filter(r -> r.releaseDate() != null).map(Release::appears))
                .isSorted();
    }

    @Test
    void aReleaseWithoutDateIsListedButNotOffered() {
        assertThat(CATALOGUE.find(AZURE, "KB5070892")).isPresent();
        assertThat(CATALOGUE.outOfBand(AZURE)).extracting(Release::kb).doesNotContain("KB5070892");
    }

    @Test
    void windowsServer2022SeesBaselinesAndCumulativeUpdatesOfTheAzureEditionOnly() {
        List<Release> releases = CATALOGUE.releases(WS2022);

        assertThat(releases).extracting(Release::kind).containsOnly(Kind.BASELINE, Kind.CUMULATIVE);
        assertThat(releases).extracting(Release::product).containsOnly(AZURE);
        assertThat(CATALOGUE.baselines(WS2022)).isEqualTo(CATALOGUE.baselines(AZURE));
        assertThat(CATALOGUE.find(WS2022, "KB5068840")).isEmpty();
    }

    @Test
    void windowsServer2022KeepsRowsOfItsOwn() {
        Release own = cumulative(WS2022, "KB5068787", "2025-11-12");

        Catalogue overlaid = CATALOGUE.overlaid(List.of(own));

        assertThat(overlaid.regular(WS2022, YearMonth.of(2025, 11)).cumulative())
                .isEqualTo(own);
        assertThat(overlaid.regular(AZURE, YearMonth.of(2025, 11)).cumulative()).isNotEqualTo(own);
    }

    @ParameterizedTest(name = "{0} is known from {1} to {2}")
    @CsvSource({
        "windows-server-2025, 2024-11, 2026-05",
        "windows-server-2022-azure-edition, 2024-01, 2026-05",
        "windows-server-2022, 2024-01, 2026-05",
        "windows-11-24h2, 2024-10, 2026-05"
    })
    void knowsTheMonthsOfAProduct(String product, YearMonth first, YearMonth newest) {
        assertThat(CATALOGUE.firstMonth(product)).contains(first);
        assertThat(CATALOGUE.newestMonth(product)).contains(newest);
    }

    @Test
    void theHashDependsOnTheRowsAndNotOnTheirOrder() {
        List<Release> shuffled = new ArrayList<>(ShippedReleases.all());
        Collections.reverse(shuffled);
        String hash = CATALOGUE.sha256(List.of(WS2025));

        assertThat(hash).matches("sha256:[0-9a-f]{64}");
        assertThat(Catalogue.of(shuffled).sha256(List.of(WS2025))).isEqualTo(hash);
        assertThat(CATALOGUE.sha256(List.of(WS2025, AZURE))).isNotEqualTo(hash);
        assertThat(CATALOGUE
                        .overlaid(List.of(baseline("KB5066835", "2025-10-15")))
                        .sha256(List.of(WS2025)))
                .isNotEqualTo(hash);
    }

    private static String kb(Release release) {
        return release == null ? "-" : release.kb();
    }

    private static Release baseline(String kb, String date) {
        LocalDate day = LocalDate.parse(date);
        return new Release(
                WS2025,
                YearMonth.from(day),
                day,
                Kind.BASELINE,
                kb,
                null,
                null,
                false,
                Restart.ALWAYS,
                TrackEffect.SETS,
                kb,
                "assumed",
                "test",
                null);
    }

    private static Release cumulative(String product, String kb, String date) {
        LocalDate day = LocalDate.parse(date);
        return new Release(
                product,
                YearMonth.from(day),
                day,
                Kind.CUMULATIVE,
                kb,
                null,
                null,
                true,
                Restart.ALWAYS,
                TrackEffect.BREAKS,
                null,
                "assumed",
                "test",
                null);
    }
}
