package io.hotfleet.licensing.licence;

import io.hotfleet.licensing.eligibility.Gate;
import java.time.Instant;

/// What has become of a machine's licence. The moves are `enable`, `disable` and the passing of time.
///
/// A move that is asked for again, or that is under way, changes nothing: calls may be repeated.
public sealed interface LicenceState {
    Instant since();

    /// `givenBack`: it was enabled, or on its way, once.
    record Disabled(Instant since, boolean givenBack) implements LicenceState {}

    /// On its way until `until`; with an `obstacle` (a gate, else null) it will fail there.
    record Enabling(Instant since, Instant until, Gate obstacle) implements LicenceState {}

    record Enabled(Instant since) implements LicenceState {}

    /// Still enabled, and paid for, until `until`.
    record Disabling(Instant since, Instant until) implements LicenceState {}

    record Failed(Instant since, Gate obstacle) implements LicenceState {}

    /// The state at a later time.
    default LicenceState at(Instant now) {
        return switch (this) {
            case Enabling(Instant _, Instant until, Gate obstacle)
            when !now.isBefore(until) -> obstacle == null ? new Enabled(until) : new Failed(until, obstacle);
            case Disabling(Instant _, Instant until) when !now.isBefore(until) -> new Disabled(until, true);
            case Disabled _, Enabling _, Enabled _, Disabling _, Failed _ -> this;
        };
    }

    /// Asks for the licence; `obstacle` is the gate that will make it fail, or null.
    default LicenceState enable(Instant now, Instant until, Gate obstacle) {
        return switch (this) {
            case Disabled _, Disabling _, Failed _ -> new Enabling(now, until, obstacle);
            case Enabling _, Enabled _ -> this;
        };
    }

    /// Gives the licence back.
    default LicenceState disable(Instant now, Instant until) {
        return switch (this) {
            case Enabled _, Enabling _ -> new Disabling(now, until);
            case Failed _ -> new Disabled(now, false);
            case Disabled _, Disabling _ -> this;
        };
    }

    /// The state as an inventory that was told later sees it: a settled state gives way to the fact.
    default LicenceState observed(boolean enabled, Instant since) {
        return switch (this) {
            case Enabled _ when !enabled -> new Disabled(since, true);
            case Disabled _, Failed _ when enabled -> new Enabled(since);
            case Disabled _, Enabling _, Enabled _, Disabling _, Failed _ -> this;
        };
    }

    /// The state of a machine on which the licence was seen before, whoever brought it there.
    default LicenceState seenBefore() {
        return switch (this) {
            case Disabled(Instant since, boolean _) -> new Disabled(since, true);
            case Enabling _, Enabled _, Disabling _, Failed _ -> this;
        };
    }
}
