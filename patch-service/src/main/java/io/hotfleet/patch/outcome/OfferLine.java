package io.hotfleet.patch.outcome;

import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.Offer;
import io.hotfleet.patch.policy.Offer.Dated;
import io.hotfleet.patch.policy.Offer.OutOfBand;
import io.hotfleet.patch.policy.Offer.Regular;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/// A row of a summary's months, before it is counted: which releases belong to it.
///
/// @param offer null for releases that the fleet was never offered, which events installed
/// @param rows in the order in which they are told
record OfferLine(String product, YearMonth month, Offer offer, List<Dated> rows) {
    static final Comparator<OfferLine> IN_ORDER = Comparator.comparing(OfferLine::month)
            .thenComparing(OfferLine::product)
            .thenComparing(OfferLine::outOfBand)
            .thenComparingLong(OfferLine::appears)
            .thenComparing(line -> line.first().kb());

    static OfferLine of(String product, Offer offer) {
        return new OfferLine(product, offer.month(), offer, offer.rows());
    }

    static OfferLine unasked(String product, Dated row) {
        return new OfferLine(product, row.release().month(), null, List.of(row));
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
