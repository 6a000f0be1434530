package io.hotfleet.simulator.inventory.windows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The dates of one file. Whether its days or its months come first is settled over all of them: a number above 12 in
/// one row tells it for every row. Where nothing tells it, such a date is none, and a line says so.
final class InstallDates {
    private static final Pattern TICKS = Pattern.compile("/Date\\((-?[0-9]{1,15})([+-][0-9]{4})?\\)/");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})[-/. ]{1,2}([0-9]{1,2})[-/. ]{1,2}([0-9]{1,2})(?![0-9]).*");
    private static final Pattern COMPACT = Pattern.compile("(20[0-9]{2})([0-9]{2})([0-9]{2})([0-9]{6}.*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4})(?![0-9]).*");
    private static final int MONTHS = 12;

    private final TreeSet<String> unreadable = new TreeSet<>();
    private boolean dayAboveTwelveFirst;
    private boolean dayAboveTwelveSecond;
    private String unclear;

    /// Looks at a date before any is read.
    void see(String text) {
        Matcher slashes = YEAR_LAST.matcher(text);
        if (!slashes.matches() || slashes.group(2).equals(".")) {
            return;
        }
        int first = Integer.parseInt(slashes.group(1));
        int second = Integer.parseInt(slashes.group(3));
        dayAboveTwelveFirst |= first > MONTHS;
        dayAboveTwelveSecond |= second > MONTHS;
        if (first != second && first <= MONTHS && second <= MONTHS) {
            unclear = text;
        }
    }

    /// The date, once all were seen; empty where it cannot be told for certain.
    Optional<LocalDate> read(String text) {
        Matcher ticks = TICKS.matcher(text);
        if (ticks.matches()) {
            Instant instant = Instant.ofEpochMilli(Long.parseLong(ticks.group(1)));
            return Optional.of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(text, yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return date(text, compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (!yearLast.matches()) {
            unreadable.add(text);
            return Optional.empty();
        }
        String first = yearLast.group(1);
        String second = yearLast.group(3);
        if (yearLast.group(2).equals(".") || first.equals(second) || isSettled() && dayAboveTwelveFirst) {
            return date(text, yearLast.group(4), second, first);
        }
        return isSettled() ? date(text, yearLast.group(4), first, second) : Optional.empty();
    }

    private Optional<LocalDate> date(String text, String year, String month, String day) {
        try {
            return Optional.of(LocalDate.parse(
                    "%s-%2s-%2s".formatted(year, month, day).replace(' ', '0'), DateTimeFormatter.ISO_LOCAL_DATE));
        } catch (DateTimeException e) {
            unreadable.add(text);
            return Optional.empty();
        }
    }

    private boolean isSettled() {
        return dayAboveTwelveFirst != dayAboveTwelveSecond;
    }

    /// What a person should know of the file's dates.
    Optional<String> remark() {
        if (dayAboveTwelveFirst && dayAboveTwelveSecond) {
            return Optional.of(
                    "some dates have the day first, others the month: dates of both forms decide nothing, the"
                            + " order of releases does");
        }
        if (!isSettled() && unclear != null) {
            return Optional.of("nothing tells whether " + unclear.split(" ")[0] + " has the day first or the month:"
                    + " such dates decide nothing, the order of releases does");
        }
        return unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of("dates such as \"" + unreadable.first() + "\" are not read: they decide nothing");
    }
}
