package io.hotfleet.licensing.pricing;

import io.hotfleet.licensing.eligibility.Eligibility;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Gate;
import io.hotfleet.licensing.eligibility.Product;
import io.hotfleet.licensing.eligibility.Span;
import io.hotfleet.licensing.eligibility.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Walks a timeline day by day (UTC): was a licence to be paid for enabled at any moment of the day?
final class LicensedDays {
    private static final long DAY_SECONDS = 24 * 60 * 60;

    private final List<Span> spans;
    private long dayEnd;
    private int entered;
    private Facts present;
    private boolean blocked;
    private boolean licensed;
    private int cores;

    /// Stands before `firstDay`; the first `next` enters it.
    LicensedDays(Timeline timeline, LocalDate firstDay) {
        this.spans = timeline.spans();
        this.dayEnd = firstDay.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /// Enters the next day: first what holds as it begins, then what begins within it.
    void next() {
        while (beginsBefore(dayEnd + 1)) {
            enter();
        }
        licensed = false;
        cores = 0;
        look();
        dayEnd += DAY_SECONDS;
        while (beginsBefore(dayEnd)) {
            enter();
            look();
        }
    }

    boolean isLicensed() {
        return licensed;
    }

    /// 0 if nobody knows.
    int cores() {
        return cores;
    }

    /// True if at the last instant of the day another gate than the licence's does not pass.
    boolean endsBlocked() {
        return blocked;
    }

    private boolean beginsBefore(long epochSecond) {
        return entered < spans.size() && spans.get(entered).since().getEpochSecond() < epochSecond;
    }

    private void enter() {
        present = spans.get(entered).facts();
        blocked = Eligibility.decide(present).gates().stream().anyMatch(finding -> finding.gate() != Gate.LICENCE);
        entered++;
    }

    private void look() {
        if (present != null && isPaidFor(present)) {
            licensed = true;
            cores = present.isUnknown(Fact.CORES) ? 0 : Integer.parseInt(present.value(Fact.CORES));
        }
    }

    /// Azure Edition includes hotpatching, clients have it from their user's plan: neither is billed here.
    private static boolean isPaidFor(Facts facts) {
        return facts.is(Fact.PRODUCT, Product.SERVER_2025)
                && (facts.is(Fact.EDITION, "standard") || facts.is(Fact.EDITION, "datacenter"))
                && facts.is(Fact.LICENCE, "enabled");
    }
}
