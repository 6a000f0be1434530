package io.hotfleet.licensing.pricing;

import io.hotfleet.licensing.eligibility.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds up what machines cost in a period under a plan.
///
/// Counts units (core-days, server-days) in whole numbers, for each stretch of days within one month that has one
/// price; money comes in at the end, exactly. Cost: days of the period for each distinct timeline. Not thread-safe.
final class Bill {
    /// Days of one month under one price.
    private record Stretch(YearMonth month, PricePlan.Period price) {}

    private final PricePlan plan;
    private final BillingPeriod period;
    private final List<Stretch> stretches;
    private final int[] stretchOfDay;
    private final long[] billed;
    private final long[] wasted;
    private long unknownCores;

    Bill(PricePlan plan, BillingPeriod period) {
        this.plan = plan;
        this.period = period;
        this.stretches = new ArrayList<>();
        this.stretchOfDay = new int[period.days()];
        for (int day = 0; day < stretchOfDay.length; day++) {
            LocalDate date = period.firstDay().plusDays(day);
            Stretch stretch = new Stretch(YearMonth.from(date), plan.on(date));
            if (stretches.isEmpty() || !stretches.getLast().equals(stretch)) {
                stretches.add(stretch);
            }
            stretchOfDay[day] = stretches.size() - 1;
        }
        this.billed = new long[stretches.size()];
        this.wasted = new long[stretches.size()];
    }

    private Bill(Bill like) {
        this.plan = like.plan;
        this.period = like.period;
        this.stretches = like.stretches;
        this.stretchOfDay = like.stretchOfDay;
        this.billed = new long[stretches.size()];
        this.wasted = new long[stretches.size()];
    }

    /// An empty bill of the same plan and period.
    Bill anew() {
        return new Bill(this);
    }

    /// Adds machines that share a timeline.
    void add(Timeline timeline, long machines) {
        LicensedDays days = new LicensedDays(timeline, period.firstDay());
        boolean coresMissed = false;
        for (int day = 0; day < stretchOfDay.length; day++) {
            days.next();
            int stretch = stretchOfDay[day];
            Meter meter = stretches.get(stretch).price().meter();
            if (days.isLicensed() && meter != Meter.NONE) {
                long units = machines * (meter == Meter.CORE_MONTH ? days.cores() : 1);
                billed[stretch] += units;
                wasted[stretch] += days.endsBlocked() ? units : 0;
                coresMissed |= meter == Meter.CORE_MONTH && days.cores() == 0;
            }
        }
        unknownCores += coresMissed ? machines : 0;
    }

    String total() {
        return sum(billed).shown();
    }

    String wasted() {
        return sum(wasted).shown();
    }

    Map<YearMonth, String> byMonth() {
        Map<YearMonth, Rational> months = new LinkedHashMap<>();
        period.months().forEach(month -> months.put(month, Rational.ZERO));
        for (int index = 0; index < billed.length; index++) {
            months.merge(stretches.get(index).month(), price(billed, index), Rational::plus);
        }
        Map<YearMonth, String> shown = new LinkedHashMap<>();
        months.forEach((month, sum) -> shown.put(month, sum.shown()));
        return shown;
    }

    /// Machines that were licensed under a price per core although nobody knows their cores: billed as none.
    long unknownCores() {
        return unknownCores;
    }

    PricePlan plan() {
        return plan;
    }

    BillingPeriod period() {
        return period;
    }

    private Rational sum(long[] units) {
        Rational sum = Rational.ZERO;
        for (int index = 0; index < units.length; index++) {
            sum = sum.plus(price(units, index));
        }
        return sum;
    }

    private Rational price(long[] units, int index) {
        Stretch stretch = stretches.get(index);
        BigDecimal amount = stretch.price().amount().multiply(BigDecimal.valueOf(units[index]));
        return Rational.of(amount, stretch.month().lengthOfMonth());
    }
}
