package io.hotfleet.patch.fleet;

import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.postgres.Minutes;
import java.time.Instant;

/// @param heartbeatSeconds real seconds without a sign after which a machine is down; null where nobody listens
/// @param rebootTimeoutSeconds the same for a machine that has a command to answer
public record LiveFleet(int number, FleetClock clock, Integer heartbeatSeconds, int rebootTimeoutSeconds) {
    /// As Cluster-Aware Updating has it.
    private static final int REBOOT_TIMEOUT_SECONDS = 900;

    private static final long MS_A_SECOND = 1_000;

    public static LiveFleet of(int number, FleetClock clock, FleetDefinition definition) {
        Integer told = definition.rebootTimeoutSeconds();
        return new LiveFleet(
                number, clock, definition.heartbeatSeconds(), told == null ? REBOOT_TIMEOUT_SECONDS : told);
    }

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

    /// A machine with a command is expected to be heard of later than this.
    long overdueBefore(Instant real) {
        return Math.min(silentBefore(real), real.toEpochMilli() - rebootTimeoutSeconds * MS_A_SECOND);
    }
}
