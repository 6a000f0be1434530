package io.hotfleet.node.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
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
    /// What holds where a fleet file says nothing.
    public static final Assumptions DEFAULTS = new Assumptions(
            new Span(120, false),
            new Span(1_500, false),
            new Span(480, false),
            new Span(20, false),
            roleInterruptions(),
            0);

    /// A duration: a median that is drawn around, or a fixed value.
    public record Span(int seconds, boolean fixed) {}

    private static Map<String, Integer> roleInterruptions() {
        Map<String, Integer> seconds = new LinkedHashMap<>();
        seconds.put("generic", 30);
        seconds.put("sql-fci", 30);
        seconds.put("sql-ag", 10);
        seconds.put("hyper-v", 0);
        seconds.put("file-server", 5);
        return Collections.unmodifiableMap(seconds);
    }

    /// These assumptions with the given ones in their place.
    ///
    /// @param stated by the fleet file's field: a [Span], for `roleInterruption` a map of seconds by type, for
    ///     `otherRestartsPerYear` an Integer
    public Assumptions with(Map<String, Object> stated) {
        Map<String, Integer> interruptions = new LinkedHashMap<>(roleInterruptionSeconds);
        if (stated.get("roleInterruption") instanceof Map<?, ?> given) {
            given.forEach((type, seconds) -> interruptions.put((String) type, (Integer) seconds));
        }
        return new Assumptions(
                (Span) stated.getOrDefault("hotpatchInstall", hotpatchInstall),
                (Span) stated.getOrDefault("cumulativeInstall", cumulativeInstall),
                (Span) stated.getOrDefault("restart", restart),
                (Span) stated.getOrDefault("drainPerRole", drainPerRole),
                Collections.unmodifiableMap(interruptions),
                (Integer) stated.getOrDefault("otherRestartsPerYear", otherRestartsPerYear));
    }
}
