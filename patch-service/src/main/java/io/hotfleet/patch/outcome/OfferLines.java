package io.hotfleet.patch.outcome;

import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.Offer;
import io.hotfleet.patch.policy.Offer.Dated;
import io.hotfleet.patch.policy.Offer.Regular;
import io.hotfleet.postgres.Minutes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All rows that a summary may have, and to which one each release of a product counts.
final class OfferLines {
    private final List<OfferLine> all = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final Map<YearMonth, Integer> regular = new HashMap<>();

    /// A release counts to the line of this number.
    record Membership(String product, Dated row, int line) {}

    static OfferLines of(FleetPlan plan, List<String> products) {
        OfferLines lines = new OfferLines();
        products.forEach(product -> lines.add(plan, product));
        return lines;
    }

    List<OfferLine> all() {
        return all;
    }

    List<Membership> memberships() {
        return memberships;
    }

    private void add(FleetPlan plan, String product) {
        regular.clear();
        Map<String, Integer> outOfBand = new HashMap<>();
        for (Offer offer : plan.offers(product)) {
            if (offer instanceof Regular) {
                regular.put(offer.month(), all.size());
            } else {
                outOfBand.put(offer.rows().getFirst().release().kb(), all.size());
            }
            all.add(OfferLine.of(product, offer));
        }
        for (Release release : plan.catalogue().releases(product)) {
            Dated row = plan.row(product, release.kb());
            if (row != null && row.appears() < Minutes.NEVER) {
                memberships.add(new Membership(product, row, line(product, row, outOfBand)));
            }
        }
    }

    private int line(String product, Dated row, Map<String, Integer> outOfBand) {
        boolean isRegular = row.release().kind() != Kind.OUT_OF_BAND;
        Integer known = isRegular
                ? regular.get(row.release().month())
                : outOfBand.get(row.release().kb());
        if (known != null) {
            return known;
        }
        all.add(OfferLine.unasked(product, row));
        if (isRegular) {
            regular.put(row.release().month(), all.size() - 1);
        }
        return all.size() - 1;
    }
}
