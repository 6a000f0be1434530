package io.hotfleet.patch.policy;

import io.hotfleet.postgres.Minutes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// A weekly maintenance window: it starts at a local time and lasts elapsed hours.
///
/// A start that a clock change skips moves forward by the gap; of a doubled one the first counts.
public record MaintenanceWindow(DayOfWeek day, LocalTime start, int hours, ZoneId zone) {
    public static final int HOURS_MAX = 168;

    private static final int MINUTES_AN_HOUR = 60;
    /// The occurrence before, this week's and the next two: one of them ends after any minute.
    private static final int OCCURRENCES_MAX = 4;

    /// One occurrence in fleet time, `start` inclusive, `end` exclusive.
    public record Span(long start, long end) {}

    /// The occurrence that holds the minute, or else the next one to begin.
    public Span at(long minute) {
        LocalDate today = Minutes.instant(minute).atZone(zone).toLocalDate();
        LocalDate first = today.with(TemporalAdjusters.previousOrSame(day)).minusWeeks(1);
        for (int week = 0; week < OCCURRENCES_MAX; week++) {
            Span span = on(first.plusWeeks(week));
            if (span.end() > minute) {
                return span;
            }
        }
        throw new IllegalStateException("no occurrence of " + this + " after minute " + minute);
    }

    public long seconds() {
        return hours * 3_600L;
    }

    /// The form in which a window is stored: `saturday 22:00 6 Europe/Berlin`.
    public String text() {
        return "%s %s %d %s".formatted(day.name().toLowerCase(Locale.ROOT), start, hours, zone);
    }

    public static MaintenanceWindow parse(String text) {
        String[] words = text.split(" ");
        return new MaintenanceWindow(
                DayOfWeek.valueOf(words[0].toUpperCase(Locale.ROOT)),
                LocalTime.parse(words[1]),
                Integer.parseInt(words[2]),
                ZoneId.of(words[3]));
    }

    private Span on(LocalDate date) {
        long begin = Minutes.of(ZonedDateTime.of(date, start, zone).toInstant());
        return new Span(begin, begin + (long) hours * MINUTES_AN_HOUR);
    }
}
