package io.hotfleet.patch.catalog;

import io.hotfleet.patch.catalog.Release.TrackEffect;
import java.util.List;
import java.util.Objects;

/// Which releases one makes unnecessary, and which make it unnecessary, newest first.
///
/// A release that restarts carries all that appeared before it. A hotpatch carries the earlier hotpatches of its own
/// baseline; one without a build number patches a component and stands alone.
record Supersedence(String product, String kb, List<String> supersedes, List<String> supersededBy) {
    static Supersedence of(Release release, String product, Catalogue catalogue) {
        List<Release> others = catalogue.releases(product).reversed();
        return new Supersedence(
                product,
                release.kb(),
                others.stream()
                        .filter(other -> carries(release, other))
                        .map(Release::kb)
                        .toList(),
                others.stream()
                        .filter(other -> carries(other, release))
                        .map(Release::kb)
                        .toList());
    }

    private static boolean carries(Release newer, Release older) {
        if (newer.releaseDate() == null
                || older.releaseDate() == null
                || !newer.appears().isAfter(older.appears())) {
            return false;
        }
        return newer.track() != TrackEffect.KEEPS
                || older.track() == TrackEffect.KEEPS
                        && newer.build() != null
                        && older.build() != null
                        && Objects.equals(newer.baseline(), older.baseline());
    }
}
