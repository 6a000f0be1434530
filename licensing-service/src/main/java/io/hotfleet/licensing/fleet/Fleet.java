package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A fleet and its time. A rehearsal has `at`, the minute from which its facts hold, and `until`, the last one for
/// which entitlements do; a live fleet has a clock instead. The wall clock is told real time, and gives the fleet's.
public record Fleet(FleetId id, Instant at, Instant until, FleetClock clock) {
    public static Fleet rehearsal(FleetId id, Instant at, Instant until) {
        return new Fleet(id, at, until, null);
    }

    public static Fleet live(FleetId id, FleetClock clock) {
        return new Fleet(id, null, null, clock);
    }

    public boolean isRehearsal() {
        return at != null;
    }

    /// The minute from which something told now holds.
    public Instant start(Clock wall) {
        return isRehearsal() ? at : clock.at(wall.instant()).truncatedTo(ChronoUnit.MINUTES);
    }

    /// The time whose facts are the present ones. Units of a rehearsal live on times of their own, so there
    /// whatever was told last is present.
    public Instant present(Clock wall) {
        return isRehearsal() ? Instant.MAX : clock.at(wall.instant());
    }

    /// The last minute for which something signed now holds: whoever renews it lives in real time.
    public Instant validUntil(Clock wall, Duration validity) {
        return isRehearsal() ? until : start(wall).plus(clock.lasting(validity)).truncatedTo(ChronoUnit.MINUTES);
    }
}
