package io.hotfleet.patch.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.ShippedReleases;
import io.hotfleet.patch.track.Track.OffTrack;
import io.hotfleet.patch.track.Track.OnTrack;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackTest {
    private static final String WS2025 = "windows-server-2025";
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{0} {1} puts on {2}")
    @CsvSource({
        "windows-server-2025, KB5066835, KB5066835",
        "windows-server-2025, KB5068966, KB5066835",
        "windows-server-2025, KB5070893, KB5066835",
        "windows-server-2025, KB5070881, off",
        "windows-server-2025, KB5068861, off",
        "windows-server-2025, KB5048794, none",
        "windows-server-2025, KB5046617, none",
        "windows-server-2022-azure-edition, KB5041160, KB5041160",
        "windows-server-2022-azure-edition, KB5042880, KB5041160",
        "windows-server-2022-azure-edition, KB5042881, off",
        "windows-server-2022, KB5066782, KB5066782"
    })
    void anInstalledReleaseDecidesTheTrack(String product, String kb, String expected) {
        Track track = Track.of(CATALOGUE.find(product, kb).orElseThrow(), CATALOGUE);

        assertThat(track).isEqualTo(track(expected));
    }

    @ParameterizedTest(name = "from {0} by {1} to {2}")
    @CsvSource({
        "KB5062553, KB5066835, KB5066835",
        "off, KB5066835, KB5066835",
        "none, KB5050009, KB5050009",
        "KB5066835, KB5068966, KB5066835",
        "KB5066835, KB5070893, KB5066835",
        "KB5066835, KB5070881, off",
        "none, KB5046617, off",
        "off, KB5070893, off",
        "off, KB5068861, off"
    })
    void anInstallationMovesTheTrack(String before, String kb, String after) {
        Track track = track(before).after(release(kb));

        assertThat(track).isEqualTo(track(after));
    }

    @ParameterizedTest(name = "{0} takes {1}: {2}")
    @CsvSource({
        "KB5066835, KB5068966, true",
        "KB5066835, KB5072014, true",
        "KB5062553, KB5068966, false",
        "KB5066835, KB5075942, false",
        "none, KB5048794, true",
        "none, KB5052105, false",
        "off, KB5068966, false",
        "off, KB5048794, false"
    })
    void takesHotpatchesOfItsLineageOnly(String track, String hotpatch, boolean expected) {
        boolean takes = track(track).takes(release(hotpatch), CATALOGUE);

        assertThat(takes).isEqualTo(expected);
    }

    @Test
    void twoReleasesOfOneBuildCanHaveOppositeEffects() {
        Release breaks = release("KB5070881");
        Release keeps = release("KB5070893");
        Track onTrack = new OnTrack("KB5066835");

        assertThat(breaks.revision()).isEqualTo(keeps.revision());
        assertThat(onTrack.after(breaks)).isEqualTo(new OffTrack());
        assertThat(onTrack.after(keeps)).isEqualTo(onTrack);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "KB5066835, 2025-11-01T00:00:00Z, KB5066835",
        "KB5068966, 2025-12-01T00:00:00Z, KB5066835",
        "KB5065474, 2025-10-01T00:00:00Z, KB5062553",
        "KB5065474, 2025-10-14T16:59:00Z, KB5062553",
        "KB5065474, 2025-10-14T17:00:00Z, off",
        "KB5062553, 2025-11-01T00:00:00Z, off",
        "KB5048794, 2025-01-01T00:00:00Z, none",
        "KB5048794, 2025-02-01T00:00:00Z, off",
        "KB5046617, 2025-01-01T00:00:00Z, none",
        "KB5046617, 2025-02-01T00:00:00Z, off",
        "KB5070881, 2025-11-01T00:00:00Z, off"
    })
    void aMissedBaselineLeavesTheTrack(String kb, Instant at, String expected) {
        Track track = Track.at(release(kb), WS2025, at, CATALOGUE);

        assertThat(track).isEqualTo(track(expected));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "KB5066835, 2025-11-01T00:00:00Z, true",
        "KB5066835, 2026-01-13T17:59:00Z, true",
        "KB5066835, 2026-01-13T18:00:00Z, false",
        "KB5073379, 2025-11-01T00:00:00Z, true",
        "none, 2025-01-14T17:59:00Z, true",
        "none, 2025-01-14T18:00:00Z, false",
        "off, 2025-11-01T00:00:00Z, false"
    })
    void aTrackIsCurrentUntilTheNextBaselineAppears(String track, Instant at, boolean expected) {
        boolean current = Track.current(track(track), WS2025, at, CATALOGUE);

        assertThat(current).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} at {1}, eligible {2}: {3}")
    @CsvSource({
        "windows-server-2025, 2025-01-01T00:00:00Z, true, KB5048794",
        "windows-server-2025, 2025-01-01T00:00:00Z, false, KB5048667",
        "windows-server-2025, 2025-11-01T00:00:00Z, true, KB5066835",
        "windows-server-2025, 2025-11-01T00:00:00Z, false, KB5066835",
        "windows-server-2025, 2025-12-01T00:00:00Z, true, KB5068966",
        "windows-server-2025, 2025-12-01T00:00:00Z, false, KB5068861",
        "windows-server-2025, 2024-11-01T00:00:00Z, true, nothing",
        "windows-11-24h2, 2025-03-01T00:00:00Z, true, KB5050009",
        "windows-11-24h2, 2025-03-01T00:00:00Z, false, KB5051987",
        "windows-server-2022-azure-edition, 2024-09-01T00:00:00Z, true, KB5041160",
        "windows-server-2022, 2025-12-01T00:00:00Z, false, KB5068787",
        "windows-server-2022, 2025-12-01T00:00:00Z, true, KB5066782",
        "no-such-product, 2025-12-01T00:00:00Z, true, nothing"
    })
    void guessesTheNewestRegularReleaseBefore(String product, Instant at, boolean eligible, String expected) {
        Optional<Release> newest = Track.newestBefore(product, at, eligible, CATALOGUE);

        assertThat(newest.map(Release::kb).orElse("nothing")).isEqualTo(expected);
    }

    private static Release release(String kb) {
        return ShippedReleases.find(WS2025, kb);
    }

    private static Track track(String text) {
        return switch (text) {
            case "off" -> new OffTrack();
            case "none" -> new OnTrack(null);
            default -> new OnTrack(text);
        };
    }
}
