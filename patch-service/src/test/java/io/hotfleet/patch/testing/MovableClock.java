package io.hotfleet.patch.testing;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The wall clock, and ahead of it as far as tests have moved it; it never goes back, but may stand still.
@Mock
@Singleton
public class MovableClock extends Clock {
    private Duration ahead = Duration.ZERO;
    private Instant still;

    public synchronized void move(Duration span) {
        ahead = ahead.plus(span);
    }

    /// From now on only `move` moves it.
    public synchronized void freeze() {
        still = Clock.systemUTC().instant();
    }

    public synchronized void thaw() {
        still = null;
    }

    @Override
    public synchronized Instant instant() {
        Instant base = still == null ? Clock.systemUTC().instant() : still;
        return base.plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
