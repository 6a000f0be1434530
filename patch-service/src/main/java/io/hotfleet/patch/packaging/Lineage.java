package io.hotfleet.patch.packaging;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a hotpatch's contents follow from: its baseline, and the hotpatches since then, itself the last.
record Lineage(String product, String baseline, List<String> quarter) {
    private static final String FIRST_SOLD = "RTM";

    String kb() {
        return quarter.getLast();
    }

    /// All hotpatches of a catalogue that can be offered: those with a date.
    static List<Lineage> all(Catalogue catalogue) {
        List<Lineage> all = new ArrayList<>();
        for (Release row : catalogue.rows()) {
            of(catalogue, row).ifPresent(all::add);
        }
        return all;
    }

    static Optional<Lineage> of(Catalogue catalogue, Release row) {
        return isOffered(row)
                ? Optional.of(new Lineage(row.product(), baseline(catalogue, row), quarter(catalogue, row)))
                : Optional.empty();
    }

    private static boolean isOffered(Release row) {
        return row.track() == TrackEffect.KEEPS && row.releaseDate() != null;
    }

    /// The baseline that the row names, else the newest one before it, else the product as it was first sold.
    private static String baseline(Catalogue catalogue, Release row) {
        if (row.baseline() != null) {
            return row.baseline();
        }
        return catalogue.baselines(row.product()).reversed().stream()
                .filter(baseline -> !baseline.releaseDate().isAfter(row.releaseDate()))
                .map(Release::kb)
                .findFirst()
                .orElse(FIRST_SOLD);
    }

    private static List<String> quarter(Catalogue catalogue, Release last) {
        String baseline = baseline(catalogue, last);
        List<String> quarter = new ArrayList<>();
        for (Release row : catalogue.releases(last.product())) {
            if (row.equals(last)) {
                break;
            }
            if (isOffered(row) && baseline.equals(baseline(catalogue, row))) {
                quarter.add(row.kb());
            }
        }
        quarter.add(last.kb());
        return List.copyOf(quarter);
    }

    /// As it is stored with made-up contents.
    String text() {
        return baseline + ' ' + String.join(" ", quarter);
    }
}
