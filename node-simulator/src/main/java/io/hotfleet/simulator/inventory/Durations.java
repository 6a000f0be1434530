package io.hotfleet.simulator.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as a fleet file spells them: a whole number and a unit, `90s`, `8m`, `24h`, `7d`.
public final class Durations {
    public static final Pattern SPELLING = Pattern.compile("([0-9]{1,6})([smhd])");

    private Durations() {}

    /// @param spelling a text that fits [#SPELLING]
    public static long seconds(String spelling) {
        Matcher parts = SPELLING.matcher(spelling);
        if (!parts.matches()) {
            throw new IllegalArgumentException(spelling);
        }
        return Long.parseLong(parts.group(1))
                * switch (parts.group(2)) {
                    case "d" -> 86_400;
                    case "h" -> 3_600;
                    case "m" -> 60;
                    default -> 1;
                };
    }

    /// In the largest unit that says it in whole numbers.
    static String spelled(int seconds) {
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
    }
}
