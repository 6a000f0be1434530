package io.hotfleet.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads query parameters. Left to the framework, an unreadable one would be a 404 without a word why.
public final class Parameters {
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth LAST = YearMonth.of(2099, 12);
    private static final Instant FIRST_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST_INSTANT = Instant.parse("2100-01-01T00:00:00Z");

    private Parameters() {}

    /// @return null where the parameter is absent
    public static YearMonth month(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (!month.isBefore(FIRST) && !month.isAfter(LAST)) {
                return month;
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        throw ProblemException.invalid(name, "'%s' is not a month between %s and %s".formatted(text, FIRST, LAST));
    }

    public static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw ProblemException.invalid(name, "'%s' is not an id".formatted(text));
        }
    }

    /// Refuses a span that ends before it begins, or is longer than anybody plans.
    public static void span(YearMonth from, YearMonth to, int monthsMax) {
        if (from.isAfter(to)) {
            throw ProblemException.invalid("to", "%s is before from=%s".formatted(to, from));
        }
        if (from.until(to, ChronoUnit.MONTHS) >= monthsMax) {
            throw ProblemException.invalid(
                    "to", "%s to %s is more than the %d months accepted".formatted(from, to, monthsMax));
        }
    }

    /// Refuses a time that no fleet lives in: arithmetic on calendars would not end for it.
    public static Instant time(String pointer, Instant time) {
        if (time.isBefore(FIRST_INSTANT) || !time.isBefore(LAST_INSTANT)) {
            throw ProblemException.invalid(pointer, "must lie from %s to %s".formatted(FIRST_INSTANT, LAST_INSTANT));
        }
        return time;
    }

    /// A constant of a type that is known to be an enum.
    static <E> E constant(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        name, "'%s' is not one of %s".formatted(text, names(type.getEnumConstants()))));
    }

    private static String names(Object[] constants) {
        return Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
    }
}
