package io.hotfleet.patch.live;

import io.hotfleet.patch.clock.FleetClock;
import io.hotfleet.patch.clock.Minutes;
import java.time.Instant;

/// @param heartbeatSeconds real seconds without a sign after which a machine is down; null where nobody listens
public record LiveFleet(int number, FleetClock clock, Integer heartbeatSeconds) {
    private static final long MS_A_SECOND = 1_000;

    /// The fleet's minute at a real time, and not before what is decided already.
    ///
    /// @param decided the minute before which everything is
    public long minute(Instant real, long decided) {
        return Math.min(Math.max(clock.minute(real), decided - 1), Minutes.NEVER - 2);
    }

    /// A machine heard of later than this is up.
    long silentBefore(Instant real) {
        return real.toEpochMilli() - heartbeatSeconds * MS_A_SECOND;
    }
}
