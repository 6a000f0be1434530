package io.hotfleet.postgres;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// Fleet time: whole minutes since 1970 in UTC inside, ISO 8601 at the door.
public final class Minutes {
    /// Later than anything that happens.
    public static final long NEVER = Integer.MAX_VALUE;

    private static final long SECONDS = 60;

    private Minutes() {}

    /// The minute in which it lies.
    public static long of(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /// The first minute that is not before it: an end is rounded up.
    public static long notBefore(Instant instant) {
        return -Math.floorDiv(-instant.getEpochSecond() - (instant.getNano() > 0 ? 1 : 0), SECONDS);
    }

    /// The first minute of a month in UTC.
    public static long firstOf(YearMonth month) {
        return of(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * SECONDS);
    }
}
