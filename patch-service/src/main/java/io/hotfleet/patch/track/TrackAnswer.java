package io.hotfleet.patch.track;

import io.hotfleet.patch.calendar.Cadence;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.hotfleet.patch.track.Track.OffTrack;
import io.hotfleet.patch.track.Track.OnTrack;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// Where one machine stands, in figures and in a sentence.
///
/// @param kb as told, or as guessed where it was not; null where there is none before that moment
/// @param known false where a KB was told that the catalogue does not hold for the product
/// @param backOnTrack month of the next baseline, for a machine off track
/// @param reason null where nothing is to be explained
record TrackAnswer(
        String machine,
        String kb,
        boolean known,
        boolean onTrack,
        String baseline,
        YearMonth backOnTrack,
        String reason) {
    static TrackAnswer of(TrackRequest.Machine machine, Instant at, Catalogue catalogue) {
        String product = machine.product();
        Optional<Release> installed = machine.kb() == null
                ? Track.newestBefore(product, at, machine.eligible(), catalogue)
                : catalogue.find(product, machine.kb());
        if (installed.isEmpty()) {
            return unknown(machine);
        }
        Release release = installed.get();
        return switch (Track.at(release, product, at, catalogue)) {
            case OnTrack(String baseline) ->
                new TrackAnswer(
                        machine.machine(), release.kb(), true, true, baseline, null, unclear(release, baseline));
            case OffTrack() ->
                new TrackAnswer(
                        machine.machine(),
                        release.kb(),
                        true,
                        false,
                        null,
                        Cadence.nextBaseline(product, at, catalogue),
                        why(release, product, at, catalogue));
        };
    }

    private static TrackAnswer unknown(TrackRequest.Machine machine) {
        String what = machine.kb() == null
                ? "No release of %s is known before then".formatted(machine.product())
                : "The catalogue knows no %s of %s".formatted(machine.kb(), machine.product());
        return new TrackAnswer(
                machine.machine(),
                machine.kb(),
                machine.kb() == null,
                true,
                null,
                null,
                what + "; the machine counts as on track until the next baseline.");
    }

    private static String unclear(Release release, String baseline) {
        return baseline != null
                ? null
                : "The baseline of %s is not known; the machine counts as on track until the next baseline."
                        .formatted(release.kb());
    }

    private static String why(Release release, String product, Instant at, Catalogue catalogue) {
        return Track.missed(release, product, at, catalogue)
                .map(missed -> "%s is older than the baseline %s of %s, which the machine has missed."
                        .formatted(release.kb(), missed.kb(), missed.month()))
                .filter(_ -> release.track() != TrackEffect.BREAKS || release.baseline() == null)
                .orElseGet(() -> release.kb() + " breaks the track until the next baseline.");
    }
}
