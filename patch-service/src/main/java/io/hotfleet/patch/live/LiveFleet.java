package io.hotfleet.patch.live;

import io.hotfleet.patch.clock.FleetClock;
import java.time.Instant;

/// @param heartbeatSeconds real seconds without a sign after which a machine is down; null where nobody listens
public record LiveFleet(int number, FleetClock clock, Integer heartbeatSeconds) {
    private static final long MS_A_SECOND = 1_000;

    /// A machine heard of later than this is up.
    long silentBefore(Instant real) {
        return real.toEpochMilli() - heartbeatSeconds * MS_A_SECOND;
    }
}
