package io.hotfleet.postgres;

import java.time.Duration;
import java.time.Instant;

/// A live fleet's time: a line through one point, `factor` times as steep as real time.
///
/// @param realMs real time at which the fleet's clock showed `fleetMs`, both since 1970
/// @param factor 1 for the wall clock; more plays a month in seconds, 0 stands still
public record FleetClock(long realMs, long fleetMs, double factor) {
    public static final double FACTOR_MAX = 1_000_000;

    public static final FleetClock WALL = new FleetClock(0, 0, 1);

    private static final double MS_A_MINUTE = 60_000;

    public static FleetClock of(Instant real, Instant fleet, double factor) {
        return new FleetClock(real.toEpochMilli(), fleet.toEpochMilli(), factor);
    }

    public static boolean bears(double factor) {
        return factor >= 0 && factor <= FACTOR_MAX;
    }

    public Instant at(Instant real) {
        return Instant.ofEpochMilli(fleetMs + Math.round((real.toEpochMilli() - realMs) * factor));
    }

    /// The fleet's minute at a real time.
    public long minute(Instant real) {
        return Minutes.of(at(real));
    }

    /// Another pace from a real time on; what the clock shows then stays.
    public FleetClock paced(Instant real, double newFactor) {
        return of(real, at(real), newFactor);
    }

    /// Fleet minutes that pass in a real span, rounded up.
    public long minutesIn(Duration real) {
        return (long) Math.ceil(real.toMillis() * factor / MS_A_MINUTE);
    }

    /// The fleet's span for something that has to last a real one: as much as passes in it, and on a clock that
    /// is slower than real, or stands, no less than the span itself.
    public Duration lasting(Duration real) {
        return Duration.ofMillis(Math.round(real.toMillis() * Math.max(1, factor)));
    }
}
