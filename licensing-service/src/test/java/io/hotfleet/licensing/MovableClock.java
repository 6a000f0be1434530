package io.hotfleet.licensing;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// The wall clock of the tests: it stands still until it is moved.
public final class MovableClock {
    public static final Instant START = Instant.parse("2025-07-01T09:00:00Z");

    private static volatile Instant now = START;

    private MovableClock() {}

    public static void reset() {
        now = START;
    }

    public static void advance(Duration duration) {
        now = now.plus(duration);
    }

    static final class Producer {
        @Mock
        @Produces
        @ApplicationScoped
        Clock clock() {
            return InstantSourceClock.OF_TESTS;
        }
    }

    private static final class InstantSourceClock {
        static final Clock OF_TESTS = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }
}
