package io.hotfleet.licensing.pricing;

import io.hotfleet.rest.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// Whole months, both included, in UTC.
record BillingPeriod(YearMonth from, YearMonth to) {
    private static final int MONTHS_MAX = 120;

    static BillingPeriod of(String from, String to) {
        BillingPeriod period = new BillingPeriod(month("from", from), month("to", to));
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

    private static YearMonth month(String field, String value) {
        try {
            if (value != null && value.length() == "2025-01".length()) {
                return YearMonth.parse(value);
            }
        } catch (DateTimeException _) {
            // answered below, like a missing month
        }
        throw ProblemException.invalid(field, "has to be a month such as 2025-01.");
    }
}
