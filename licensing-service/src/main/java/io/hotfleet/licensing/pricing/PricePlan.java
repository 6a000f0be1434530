package io.hotfleet.licensing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A plan of prices, each from a day on until the next one begins; before the first one nothing is charged.
record PricePlan(String name, String title, String currency, List<Period> periods) {
    /// The price of a whole month; a day costs its share of the days of that month.
    record Period(
            LocalDate from,
            Meter meter,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}

    private static final Period BEFORE = new Period(LocalDate.MIN, Meter.NONE, BigDecimal.ZERO);

    public PricePlan {
        periods = List.copyOf(periods);
        for (int next = 1; next < periods.size(); next++) {
            if (!periods.get(next).from().isAfter(periods.get(next - 1).from())) {
                throw new IllegalArgumentException("Plan " + name + " is not in order at "
                        + periods.get(next).from());
            }
        }
    }

    Period on(LocalDate day) {
        return periods.reversed().stream()
                .filter(period -> !period.from().isAfter(day))
                .findFirst()
                .orElse(BEFORE);
    }
}
