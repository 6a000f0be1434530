package io.hotfleet.patch.catalog;

import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/// Which releases a list shows; null leaves a criterion out.
record ReleaseFilter(String product, YearMonth from, YearMonth to, Kind kind, TrackEffect track) {
    private static final Comparator<Release> BY_KEY =
            Comparator.comparing(Release::month).thenComparing(Release::product).thenComparing(Release::kb);
    private static final int KEY_PARTS = 3;

    /// A cursor is `month:product:kb`.
    Page<Release> page(Catalogue catalogue, PageRequest page) {
        List<Release> rows = product == null ? catalogue.rows() : catalogue.releases(product);
        String after = page.after();
        List<Release> rest = rows.stream()
                .filter(this::shows)
                .filter(release -> after.isEmpty() || isAfter(release, after))
                .sorted(BY_KEY)
                .toList();
        return Page.of(rest, page.limit(), ReleaseFilter::key);
    }

    private boolean shows(Release release) {
        return (from == null || !release.month().isBefore(from))
                && (to == null || !release.month().isAfter(to))
                && (kind == null || release.kind() == kind)
                && (track == null || release.track() == track);
    }

    private static boolean isAfter(Release release, String after) {
        String[] parts = after.split(":", -1);
        if (parts.length != KEY_PARTS) {
            throw ProblemException.invalid("after", "'%s' is not a key that a page gave as next".formatted(after));
        }
        String[] own = key(release).split(":", -1);
        for (int i = 0; i < KEY_PARTS; i++) {
            int order = own[i].compareTo(parts[i]);
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    private static String key(Release release) {
        return release.month() + ":" + release.product() + ":" + release.kb();
    }
}
