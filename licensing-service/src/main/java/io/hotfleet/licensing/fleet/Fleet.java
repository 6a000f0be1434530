package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A fleet and its time. The wall clock is told real time, and gives the fleet's.
public sealed interface Fleet {
    FleetId id();

    /// The minute from which something told now holds.
    Instant start(Clock wall);

    /// The time whose facts are the present ones.
    Instant present(Clock wall);

    /// The last minute for which something signed now holds: whoever renews it lives in real time.
    Instant validUntil(Clock wall, Duration validity);

    /// Its time is what it is told: `at` is the minute from which its facts hold, `until` the last one for which
    /// entitlements do. Its units live on times of their own, so whatever was told last is present.
    record Rehearsal(FleetId id, Instant at, Instant until) implements Fleet {
        @Override
        public Instant start(Clock wall) {
            return at;
        }

        @Override
        public Instant present(Clock wall) {
            return Instant.MAX;
        }

        @Override
        public Instant validUntil(Clock wall, Duration validity) {
            return until;
        }
    }

    record Live(FleetId id, FleetClock clock) implements Fleet {
        @Override
        public Instant start(Clock wall) {
            return present(wall).truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public Instant present(Clock wall) {
            return clock.at(wall.instant());
        }

        @Override
        public Instant validUntil(Clock wall, Duration validity) {
            return start(wall).plus(clock.lasting(validity)).truncatedTo(ChronoUnit.MINUTES);
        }
    }
}
