package io.hotfleet.patch.planner;

/// What a unit does at a minute.
public sealed interface Decision {
    /// @param offer appearance of what is installed, 0 for a fix
    /// @param window start of the window in which it happens; 0 without one
    record Act(Command command, long offer, long window) implements Decision {}

    /// There is work, but not before `until`: the window is closed or too short, or nodes soak.
    record Wait(long until) implements Decision {}

    /// There is nothing to do at this minute; `until` is when that may change by itself.
    record Rest(long until) implements Decision {}

    /// There is work, but something else than a time is in its way; `until` is when that may change by itself.
    ///
    /// @param reason as a person says it
    record Hold(long until, String reason) implements Decision {}
}
