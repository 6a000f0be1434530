package io.hotfleet.patch.calendar;

import io.hotfleet.patch.catalog.Catalogue;
import java.time.YearMonth;
import java.util.List;

/// A product's months in order.
record ProductCalendar(String product, YearMonth firstMonth, YearMonth newestMonth, List<CalendarMonth> months) {
    static ProductCalendar of(String product, YearMonth from, YearMonth to, Catalogue catalogue) {
        return new ProductCalendar(
                product,
                catalogue.firstMonth(product).orElse(null),
                catalogue.newestMonth(product).orElse(null),
                Slots.months(from, to)
                        .map(month -> CalendarMonth.of(month, product, catalogue))
                        .toList());
    }
}
