package io.hotfleet.patch.summary;

import io.hotfleet.patch.clock.Minutes;
import io.hotfleet.patch.plan.Offer;
import io.hotfleet.patch.plan.Offer.Dated;
import io.hotfleet.patch.plan.Offer.Regular;
import io.hotfleet.patch.plan.Plan;
import io.hotfleet.patch.release.Release;
import io.hotfleet.patch.release.Release.Kind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All rows that a summary may have, and to which one each release of a product counts.
final class Lines {
    private final List<Line> all = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final Map<YearMonth, Integer> regular = new HashMap<>();

    /// A release counts to the line of this number.
    record Membership(String product, Dated row, int line) {}

    static Lines of(Plan plan, List<String> products) {
        Lines lines = new Lines();
        products.forEach(product -> lines.add(plan, product));
        return lines;
    }

    List<Line> all() {
        return all;
    }

    List<Membership> memberships() {
        return memberships;
    }

    private void add(Plan plan, String product) {
        regular.clear();
        Map<String, Integer> outOfBand = new HashMap<>();
        for (Offer offer : plan.offers(product)) {
            if (offer instanceof Regular) {
                regular.put(offer.month(), all.size());
            } else {
                outOfBand.put(offer.rows().getFirst().release().kb(), all.size());
            }
            all.add(Line.of(product, offer));
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
        all.add(Line.unasked(product, row));
        if (isRegular) {
            regular.put(row.release().month(), all.size() - 1);
        }
        return all.size() - 1;
    }
}
