package io.hotfleet.patch.track;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Whether a machine may take the next hotpatch of its product, as far as its installed KB decides.
public sealed interface Track permits Track.OnTrack, Track.OffTrack {
    /// @param baseline the baseline that it stands on; null where no KB is known, or the KB's lineage is not
    record OnTrack(String baseline) implements Track {
        @Override
        public Track after(Release installed) {
            return switch (installed.track()) {
                case SETS -> new OnTrack(installed.kb());
                case KEEPS -> this;
                case BREAKS -> new OffTrack();
            };
        }

        @Override
        public boolean takes(Release hotpatch, Catalogue catalogue) {
            return baseline == null
                    ? !knowsBaseline(catalogue, hotpatch.product(), hotpatch.baseline())
                    : baseline.equals(hotpatch.baseline());
        }
    }

    /// Nothing but a baseline brings it back.
    record OffTrack() implements Track {
        @Override
        public Track after(Release installed) {
            return switch (installed.track()) {
                case SETS -> new OnTrack(installed.kb());
                case KEEPS, BREAKS -> this;
            };
        }

        @Override
        public boolean takes(Release hotpatch, Catalogue catalogue) {
            return false;
        }
    }

    /// The track after a release was installed.
    Track after(Release installed);

    /// Whether the hotpatch belongs to this track's lineage. Build numbers do not count.
    boolean takes(Release hotpatch, Catalogue catalogue);

    /// The track that an installed release alone puts a machine on, whatever has appeared since.
    ///
    /// @param installed null where nothing is known, which counts as on track, as does a release without lineage
    static Track of(Release installed, Catalogue catalogue) {
        if (installed == null) {
            return new OnTrack(null);
        }
        return switch (installed.track()) {
            case SETS -> new OnTrack(installed.kb());
            case KEEPS -> new OnTrack(installed.baseline());
            case BREAKS -> installed.baseline() == null ? new OnTrack(null) : new OffTrack();
        };
    }

    /// The track at a moment: a machine that missed a baseline which has appeared since its release has left it.
    static Track at(Release installed, String product, Instant at, Catalogue catalogue) {
        Track track = of(installed, catalogue);
        return installed == null || missed(installed, product, at, catalogue).isEmpty() ? track : new OffTrack();
    }

    /// The newest baseline that a machine with this release has missed by then.
    static Optional<Release> missed(Release installed, String product, Instant at, Catalogue catalogue) {
        String standsOn = installed.kind() == Kind.BASELINE ? installed.kb() : installed.baseline();
        Release anchor =
                standsOn == null ? installed : catalogue.find(product, standsOn).orElse(installed);
        return appeared(product, at, catalogue).filter(newest -> isAfter(newest, anchor));
    }

    /// False when a newer baseline of the product has appeared by then than the one that the track stands on.
    static boolean current(Track track, String product, Instant at, Catalogue catalogue) {
        return switch (track) {
            case OffTrack() -> false;
            case OnTrack(String baseline) -> {
                Optional<Release> newest = appeared(product, at, catalogue);
                yield newest.isEmpty()
                        || newest.get().kb().equals(baseline)
                        || precedes(newest.get(), product, baseline, catalogue);
            }
        };
    }

    /// What a machine has whose installed release nobody told: the newest regular one before then, never an out-
    /// of-band one.
    ///
    /// @param eligible whether it passes the other gates, and so has taken hotpatches until then
    static Optional<Release> newestBefore(String product, Instant at, boolean eligible, Catalogue catalogue) {
        List<YearMonth> months = catalogue.releases(product).stream()
                .map(Release::month)
                .distinct()
                .sorted()
                .toList();
        return months.reversed().stream()
                .map(month -> catalogue.regular(product, month))
                .map(offer -> eligible ? offer.withoutRestart() : offer.withRestart())
                .filter(release -> release != null && release.appears().isBefore(at))
                .findFirst();
    }

    private static Optional<Release> appeared(String product, Instant at, Catalogue catalogue) {
        return catalogue.baselines(product).stream()
                .filter(baseline -> !baseline.appears().isAfter(at))
                .reduce((_, later) -> later);
    }

    /// An anchor without a date is older than anything that has one.
    private static boolean isAfter(Release baseline, Release anchor) {
        return !baseline.kb().equals(anchor.kb())
                && (anchor.releaseDate() == null || baseline.appears().isAfter(anchor.appears()));
    }

    /// True when the track stands on a baseline that is newer than all that have appeared.
    private static boolean precedes(Release newest, String product, String baseline, Catalogue catalogue) {
        return baseline != null
                && catalogue
                        .find(product, baseline)
                        .filter(own -> !isAfter(newest, own))
                        .isPresent();
    }

    private static boolean knowsBaseline(Catalogue catalogue, String product, String kb) {
        return kb != null
                && catalogue
                        .find(product, kb)
                        .filter(r -> r.kind() == Kind.BASELINE)
                        .isPresent();
    }
}
