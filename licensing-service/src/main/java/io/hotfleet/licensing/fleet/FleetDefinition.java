package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import java.time.Instant;

/// A fleet as it was set up. `at` and `until` make it a rehearsal; `clock` is that of a live one, null where it lives
/// on the wall clock.
record FleetDefinition(FleetId id, Minute at, Minute until, Pace clock) {
    /// The fleet as it begins at a real time.
    Fleet begun(Instant real) {
        if (at != null) {
            return new Fleet.Rehearsal(id, at.instant(), until.instant());
        }
        return new Fleet.Live(id, clock == null ? FleetClock.WALL : clock.begun(real));
    }
}
