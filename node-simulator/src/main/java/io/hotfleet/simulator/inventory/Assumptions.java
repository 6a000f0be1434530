package io.hotfleet.simulator.inventory;

import java.util.Map;

/// What a rehearsal assumes where nothing is known; the report repeats the values used.
///
/// @param roleInterruptionSeconds by type of clustered role
/// @param otherRestartsPerYear .NET, drivers, firmware; shown apart
public record Assumptions(
        Span hotpatchInstall,
        Span cumulativeInstall,
        Span restart,
        Span drainPerRole,
        Map<String, Integer> roleInterruptionSeconds,
        int otherRestartsPerYear) {
    /// A duration: a median that is drawn around, or a fixed value.
    public record Span(int seconds, boolean fixed) {}
}
