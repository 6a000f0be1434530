package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.ObjectIn;
import io.hotfleet.postgres.FleetClock;
import java.time.Instant;
import java.util.Optional;

/// A fleet as it was set up. `at` and `until` make it a rehearsal; `clock` is that of a live one, null where it lives
/// on the wall clock.
record FleetDefinition(String id, Instant at, Instant until, Pace clock) {
    static FleetDefinition read(String id, ObjectIn request) {
        Optional<Instant> at = request.minute("at");
        Optional<Instant> until = request.minute("until");
        Optional<ObjectIn> clock = request.object("clock");
        if (at.isPresent() && until.isEmpty()) {
            request.fault("until", "is needed in a rehearsal: the last minute for which entitlements hold.");
        }
        if (at.isEmpty() && until.isPresent()) {
            request.fault("until", "goes with `at`; a live fleet has neither.");
        }
        if (at.isPresent() && until.isPresent() && !until.get().isAfter(at.get())) {
            request.fault("until", "has to be later than `at`.");
        }
        if (at.isPresent() && clock.isPresent()) {
            request.fault("clock", "is a live fleet's; a rehearsal has `at` and `until`.");
        }
        Pace pace = clock.flatMap(Pace::read).orElse(null);
        request.end();
        request.faults().throwIfAny();
        return new FleetDefinition(id, at.orElse(null), until.orElse(null), pace);
    }

    /// The fleet as it begins at a real time.
    Fleet begun(Instant real) {
        if (at != null) {
            return Fleet.rehearsal(id, at, until);
        }
        return Fleet.live(id, clock == null ? FleetClock.WALL : clock.begun(real));
    }
}
