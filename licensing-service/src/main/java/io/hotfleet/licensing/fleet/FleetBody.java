package io.hotfleet.licensing.fleet;

import io.hotfleet.rest.BodyRules;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonBody;
import jakarta.validation.Valid;
import java.time.Instant;

/// A fleet as it is told: `at` and `until` of a rehearsal, or the clock of a live one.
@JsonBody
record FleetBody(Minute at, Minute until, @Valid Pace clock) implements BodyRules {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public void check(Faults faults) {
        if (at != null && until == null) {
            faults.add("/until", "is needed in a rehearsal: the last minute for which entitlements hold.");
        }
        if (at == null && until != null) {
            faults.add("/until", "goes with `at`; a live fleet has neither.");
        }
        if (at != null && until != null && !until.instant().isAfter(at.instant())) {
            faults.add("/until", "has to be later than `at`.");
        }
        if (at != null && clock != null) {
            faults.add("/clock", "is a live fleet's; a rehearsal has `at` and `until`.");
        }
        if (clock != null && clock.at() != null && !isInRange(clock.at().instant())) {
            faults.add("/clock/at", "has to lie from " + EARLIEST + " to " + LATEST + ".");
        }
    }

    /// A clock without anything is none: the fleet lives on the wall clock.
    FleetDefinition of(FleetId id) {
        return new FleetDefinition(id, at, until, clock == null || clock.isEmpty() ? null : clock);
    }

    private static boolean isInRange(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }
}
