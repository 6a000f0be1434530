package io.hotfleet.simulator.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Whole months in UTC, both ends included.
public record Period(YearMonth from, YearMonth to) {
    private static final Duration LEAD = Duration.ofHours(24);
    private static final Duration RUN_ON = Duration.ofDays(60);

    public Instant start() {
        return from.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The first instant that no longer belongs to it.
    public Instant end() {
        return to.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// When the fleet's state is entered.
    Instant entered() {
        return start().minus(LEAD);
    }

    /// How long the clock may run on until the period's releases are settled.
    Instant settled() {
        return end().plus(RUN_ON);
    }

    public int months() {
        return (int) ChronoUnit.MONTHS.between(from, to) + 1;
    }

    static long minute(Instant instant) {
        return Math.ceilDiv(instant.getEpochSecond(), 60L);
    }
}
