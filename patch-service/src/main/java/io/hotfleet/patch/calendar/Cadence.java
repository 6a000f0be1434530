package io.hotfleet.patch.calendar;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// What the vendor plans: a baseline in the first month of each quarter, hotpatches in the others, on second Tuesdays.
public final class Cadence {
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int SECOND = 2;

    private Cadence() {}

    public static Kind planned(YearMonth month) {
        return (month.getMonthValue() - 1) % MONTHS_OF_A_QUARTER == 0 ? Kind.BASELINE : Kind.HOTPATCH;
    }

    public static LocalDate patchTuesday(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(SECOND, DayOfWeek.TUESDAY));
    }

    /// The month of the first baseline that appears after then: a known one, or else the next planned one of a month
    /// that the catalogue does not know.
    public static YearMonth nextBaseline(String product, Instant after, Catalogue catalogue) {
        return catalogue.baselines(product).stream()
                .filter(baseline -> baseline.appears().isAfter(after))
                .findFirst()
                .map(Release::month)
                .orElseGet(() -> nextPlanned(product, after, catalogue));
    }

    private static YearMonth nextPlanned(String product, Instant after, Catalogue catalogue) {
        YearMonth now = YearMonth.from(after.atZone(ZoneOffset.UTC));
        YearMonth month = catalogue
                .newestMonth(product)
                .map(newest -> newest.plusMonths(1))
                .filter(now::isBefore)
                .orElse(now);
        while (planned(month) != Kind.BASELINE
                || !Release.appears(patchTuesday(month)).isAfter(after)) {
            month = month.plusMonths(1);
        }
        return month;
    }
}
