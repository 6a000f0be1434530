package io.hotfleet.patch.policy;

import io.hotfleet.patch.catalog.Release;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/// Something of one product that a fleet's machines may be offered.
public sealed interface Offer {
    /// A release with the minute in which machines first see it.
    record Dated(Release release, long appears) {
        static Dated of(Release release) {
            return release == null ? null : new Dated(release, FleetPlan.minute(release));
        }
    }

    /// Its place among the product's offers, in order of appearance.
    int index();

    String product();

    YearMonth month();

    /// When its first release appears.
    long appears();

    List<Dated> rows();

    Offer numbered(int place);

    /// A month's one regular offer; what is missing is null, and where there is a baseline the others are.
    ///
    /// @param rows those that are there, in this order
    record Regular(
            int index,
            String product,
            YearMonth month,
            long appears,
            List<Dated> rows,
            Dated baseline,
            Dated hotpatch,
            Dated cumulative)
            implements Offer {
        static Regular of(String product, YearMonth month, Dated baseline, Dated hotpatch, Dated cumulative) {
            List<Dated> rows = Stream.of(baseline, hotpatch, cumulative)
                    .filter(row -> row != null)
                    .toList();
            long appears = rows.stream().mapToLong(Dated::appears).min().orElseThrow();
            return new Regular(0, product, month, appears, rows, baseline, hotpatch, cumulative);
        }

        @Override
        public Regular numbered(int place) {
            return new Regular(place, product, month, appears, rows, baseline, hotpatch, cumulative);
        }
    }

    record OutOfBand(int index, Dated row) implements Offer {
        @Override
        public String product() {
            return row.release().product();
        }

        @Override
        public YearMonth month() {
            return row.release().month();
        }

        @Override
        public long appears() {
            return row.appears();
        }

        @Override
        public List<Dated> rows() {
            return List.of(row);
        }

        @Override
        public OutOfBand numbered(int place) {
            return new OutOfBand(place, row);
        }

        public boolean keepsTrack() {
            return row.release().track() == Release.TrackEffect.KEEPS;
        }
    }
}
