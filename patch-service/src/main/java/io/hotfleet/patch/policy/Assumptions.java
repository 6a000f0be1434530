package io.hotfleet.patch.policy;

import java.util.Map;

/// What is taken for granted about durations; nodes draw around it, windows are planned with the longest.
///
/// @param roleInterruptionSeconds of one move, by type of clustered role
public record Assumptions(
        Span hotpatchInstall,
        Span cumulativeInstall,
        Span restart,
        Span drainPerRole,
        Map<String, Integer> roleInterruptionSeconds) {
    private static final Map<String, Integer> INTERRUPTIONS =
            Map.of("generic", 30, "sql-fci", 30, "sql-ag", 10, "hyper-v", 0, "file-server", 5);

    public static final Assumptions DEFAULT = new Assumptions(null, null, null, null, null);

    /// A median that is drawn around, or a fixed value.
    public record Span(int seconds, boolean fixed) {
        /// No draw exceeds one and a half medians.
        public int longestSeconds() {
            return fixed ? seconds : Math.ceilDiv(seconds * 3, 2);
        }
    }

    public Assumptions {
        hotpatchInstall = hotpatchInstall == null ? new Span(120, false) : hotpatchInstall;
        cumulativeInstall = cumulativeInstall == null ? new Span(1_500, false) : cumulativeInstall;
        restart = restart == null ? new Span(480, false) : restart;
        drainPerRole = drainPerRole == null ? new Span(20, false) : drainPerRole;
        roleInterruptionSeconds = roleInterruptionSeconds == null ? INTERRUPTIONS : Map.copyOf(roleInterruptionSeconds);
    }

    /// The longest that a node's whole cycle can last.
    ///
    /// @param install null for a cycle without one
    public long longestSeconds(Span install, boolean restarts, int rolesDrained) {
        long seconds = install == null ? 0 : install.longestSeconds();
        return restarts
                ? seconds + restart.longestSeconds() + (long) drainPerRole.longestSeconds() * rolesDrained
                : seconds;
    }

    public int interruptionSeconds(String roleType) {
        return roleInterruptionSeconds.getOrDefault(roleType, INTERRUPTIONS.getOrDefault(roleType, 0));
    }
}
