package io.hotfleet.licensing.fleet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.hotfleet.postgres.FleetClock;
import java.time.Instant;

/// What a live fleet's clock shows as the fleet is set up (null: what the wall clock shows), and the fleet seconds
/// that pass in a real one from then on (null: one).
record Pace(Minute at, @Factor Double factor) {
    private static final double REAL = 1;

    @JsonIgnore
    boolean isEmpty() {
        return at == null && factor == null;
    }

    FleetClock begun(Instant real) {
        return FleetClock.of(real, at == null ? real : at.instant(), factor == null ? REAL : factor);
    }
}
