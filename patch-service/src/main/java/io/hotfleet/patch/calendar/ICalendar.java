package io.hotfleet.patch.calendar;

import io.hotfleet.patch.calendar.CalendarMonth.State;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.Release.Restart;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A product's calendar as iCalendar text (RFC 5545): a day for each month's offer and each out-of-band release.
///
/// An event keeps its UID when its month turns from forecast to known, so that a subscriber sees it change.
/// The same calendar gives the same bytes: an event's stamp is when its release appears.
final class ICalendar {
    private static final int LINE_OCTETS_MAX = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    static String of(ProductCalendar calendar) {
        ICalendar writer = new ICalendar();
        writer.line("BEGIN:VCALENDAR");
        writer.line("VERSION:2.0");
        writer.line("PRODID:-//Hotfleet//Hotpatch calendar//EN");
        writer.line("CALSCALE:GREGORIAN");
        writer.property("NAME", "Hotpatch calendar of " + calendar.product());
        writer.property("X-WR-CALNAME", "Hotpatch calendar of " + calendar.product());
        for (CalendarMonth month : calendar.months()) {
            if (month.state() != State.NO_DATA) {
                writer.month(calendar.product(), month);
            }
            month.outOfBand().stream()
                    .filter(release -> release.releaseDate() != null)
                    .forEach(release -> writer.outOfBand(calendar.product(), release));
        }
        writer.line("END:VCALENDAR");
        return writer.text.toString();
    }

    private void month(String product, CalendarMonth month) {
        String kind = month.kind().name().toLowerCase(Locale.ROOT);
        String what = month.state() == State.FORECAST
                ? "forecast " + kind
                : kind + " " + month.releases().getFirst().kb();
        begin(product + "-" + month.month(), month.date());
        property("SUMMARY", product + ": " + what + (month.kind() == Kind.HOTPATCH ? "" : " (restart)"));
        property("DESCRIPTION", month.text());
        property("CATEGORIES", month.kind().name());
        line("STATUS:" + (month.state() == State.FORECAST ? "TENTATIVE" : "CONFIRMED"));
        line("END:VEVENT");
    }

    private void outOfBand(String product, Release release) {
        begin(product + "-" + release.kb(), release.releaseDate());
        property("SUMMARY", "%s: out-of-band %s%s".formatted(product, release.kb(), restart(release.restart())));
        property("DESCRIPTION", release.note() == null ? "Out-of-band release." : release.note());
        property("CATEGORIES", release.kind().name());
        line("STATUS:CONFIRMED");
        line("END:VEVENT");
    }

    private static String restart(Restart restart) {
        return switch (restart) {
            case ALWAYS -> " (restart, breaks the track)";
            case NEVER -> "";
            case WSUS_ROLE_ONLY -> " (restart for the role wsus)";
        };
    }

    private void begin(String id, LocalDate date) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@hotfleet");
        line("DTSTAMP:" + STAMP.format(Release.appears(date)));
        line("DTSTART;VALUE=DATE:" + date.format(DateTimeFormatter.BASIC_ISO_DATE));
        line("DTEND;VALUE=DATE:" + date.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("TRANSP:TRANSPARENT");
    }

    private void property(String name, String value) {
        line(name + ":"
                + value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\r", "")
                        .replace("\n", "\\n"));
    }

    /// Folds after 75 octets, never inside a character; the blank of a following line counts as one.
    private void line(String content) {
        int octets = 0;
        int at = 0;
        while (at < content.length()) {
            int character = content.codePointAt(at);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS_MAX) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += size;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
