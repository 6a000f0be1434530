package io.hotfleet.patch.summary;

import io.hotfleet.patch.plan.FleetDefinition;
import io.hotfleet.patch.plan.Offer;
import io.hotfleet.patch.plan.Offer.Dated;
import io.hotfleet.patch.plan.Offer.OutOfBand;
import io.hotfleet.patch.plan.Offer.Regular;
import io.hotfleet.patch.release.Release;
import io.hotfleet.patch.release.Release.Kind;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/// A row of a summary's months, before it is counted: which releases belong to it.
///
/// @param offer null for releases that the fleet was never offered, which events installed
/// @param rows in the order in which they are told
record Line(String product, YearMonth month, Offer offer, List<Dated> rows) {
    static final Comparator<Line> IN_ORDER = Comparator.comparing(Line::month)
            .thenComparing(Line::product)
            .thenComparing(Line::outOfBand)
            .thenComparingLong(Line::appears)
            .thenComparing(line -> line.first().kb());

    static Line of(String product, Offer offer) {
        return new Line(product, offer.month(), offer, offer.rows());
    }

    static Line unasked(String product, Dated row) {
        return new Line(product, row.release().month(), null, List.of(row));
    }

    long appears() {
        return rows.stream().mapToLong(Dated::appears).min().orElseThrow();
    }

    boolean regular() {
        return offer instanceof Regular;
    }

    boolean outOfBand() {
        return first().kind() == Kind.OUT_OF_BAND;
    }

    boolean has(String kb) {
        return rows.stream().anyMatch(row -> row.release().kb().equals(kb));
    }

    /// The row that the month is called after: the cumulative strategy never sees hotpatches.
    Release leading(FleetDefinition definition) {
        return switch (offer) {
            case Regular regular
            when regular.cumulative() != null && !definition.strategy().hotpatches() ->
                regular.cumulative().release();
            case Regular _, OutOfBand _ -> first();
            case null -> first();
        };
    }

    private Release first() {
        return rows.getFirst().release();
    }
}
