package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Setting;
import java.time.Duration;
import java.util.Map;

/// When a wait is given up.
///
/// @param idle after so long without any progress
/// @param total after so long in any case
public record WaitLimits(Duration idle, Duration total) {

    /// The limits that the environment sets, else the usual ones.
    public static WaitLimits current() {
        return of(System.getenv());
    }

    static WaitLimits of(Map<String, String> environment) {
        return new WaitLimits(
                seconds(environment, Setting.HOTFLEET_IDLE_SECONDS),
                seconds(environment, Setting.HOTFLEET_WAIT_SECONDS));
    }

    private static Duration seconds(Map<String, String> environment, Setting setting) {
        String text = setting.in(environment).orElseThrow();
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw Failure.badInput("%s: '%s' is not a number of seconds from 1".formatted(setting, text));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
