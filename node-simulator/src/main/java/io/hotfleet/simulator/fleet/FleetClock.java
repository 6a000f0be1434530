package io.hotfleet.simulator.fleet;

import java.time.Duration;
import java.time.Instant;

/// How a fleet's time passes.
public sealed interface FleetClock {
    int FACTOR_MAX = 100_000;

    /// It stands until it is put forward.
    record Manual() implements FleetClock {}

    /// @param factor fleet seconds that pass in one second
    record Live(int factor) implements FleetClock {}

    /// @param standsAtSeconds where a manual clock was put
    default long nowSeconds(long fromSeconds, Instant createdAt, Instant now, long standsAtSeconds) {
        return switch (this) {
            case Manual _ -> standsAtSeconds;
            case Live live ->
                fromSeconds + Math.max(0, Duration.between(createdAt, now).toMillis()) * live.factor() / 1_000;
        };
    }
}
