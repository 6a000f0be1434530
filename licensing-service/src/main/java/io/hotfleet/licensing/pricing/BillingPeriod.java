package io.hotfleet.licensing.pricing;

import io.hotfleet.rest.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Whole months, both included, in UTC.
record BillingPeriod(YearMonth from, YearMonth to) {
    private static final int MONTHS_MAX = 120;

    static BillingPeriod of(YearMonth from, YearMonth to) {
        BillingPeriod period = new BillingPeriod(told("from", from), told("to", to));
        if (period.to.isBefore(period.from)) {
            throw ProblemException.invalid("to", "has to be the month " + period.from + " or a later one.");
        }
        if (period.length() > MONTHS_MAX) {
            throw ProblemException.invalid("to", "the period may have up to " + MONTHS_MAX + " months.");
        }
        return period;
    }

    List<YearMonth> months() {
        return Stream.iterate(from, month -> month.plusMonths(1))
                .limit(length())
                .toList();
    }

    LocalDate firstDay() {
        return from.atDay(1);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(firstDay(), to.plusMonths(1).atDay(1));
    }

    private int length() {
        return (int) ChronoUnit.MONTHS.between(from, to) + 1;
    }

    private static YearMonth told(String parameter, YearMonth month) {
        if (month == null) {
            throw ProblemException.invalid(parameter, "is missing; a month such as 2025-01.");
        }
        return month;
    }
}
