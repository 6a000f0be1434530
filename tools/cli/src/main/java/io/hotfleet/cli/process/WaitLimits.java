package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import java.time.Duration;
import java.util.Map;

/// When a wait is given up.
///
/// @param idle after so long without any progress
/// @param total after so long in any case
public record WaitLimits(Duration idle, Duration total) {

    /// Environment: seconds for which whatever is waited for may do nothing.
    static final String IDLE = "HOTFLEET_IDLE_SECONDS";

    /// Environment: seconds that a wait may last, with progress or without.
    static final String TOTAL = "HOTFLEET_WAIT_SECONDS";

    private static final Duration IDLE_DEFAULT = Duration.ofMinutes(2);
    private static final Duration TOTAL_DEFAULT = Duration.ofMinutes(30);

    /// The limits that the environment sets, else the usual ones.
    public static WaitLimits current() {
        return of(System.getenv());
    }

    static WaitLimits of(Map<String, String> environment) {
        return new WaitLimits(seconds(environment, IDLE, IDLE_DEFAULT), seconds(environment, TOTAL, TOTAL_DEFAULT));
    }

    private static Duration seconds(Map<String, String> environment, String name, Duration otherwise) {
        String text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw Failure.badInput("%s: '%s' is not a number of seconds from 1".formatted(name, text));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
