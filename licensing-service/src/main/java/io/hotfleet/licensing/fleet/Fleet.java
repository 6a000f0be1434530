package io.hotfleet.licensing.fleet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A fleet and its clock. With `at` it is a rehearsal: `at` is the minute from which its facts hold, and
/// `until` the last one for which entitlements do. Without, it lives on the wall clock.
public record Fleet(String id, Instant at, Instant until) {
    @JsonIgnore
    public boolean isRehearsal() {
        return at != null;
    }

    /// The minute from which something told now holds.
    public Instant start(Clock clock) {
        return isRehearsal() ? at : minute(clock);
    }

    /// The time whose facts are the present ones. Units of a rehearsal live on times of their own, so there
    /// whatever was told last is present.
    public Instant present(Clock clock) {
        return isRehearsal() ? Instant.MAX : clock.instant();
    }

    public static Instant minute(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
