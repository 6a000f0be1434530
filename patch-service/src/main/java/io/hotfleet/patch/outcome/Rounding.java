package io.hotfleet.patch.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Rounds a figure, once, half up.
final class Rounding {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int MINUTES_A_DAY = 1_440;

    private Rounding() {}

    static long minutes(long seconds) {
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(SECONDS_A_MINUTE), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// Minutes with one decimal.
    static BigDecimal tenthsOfMinutes(long seconds) {
        return tenths(seconds, SECONDS_A_MINUTE);
    }

    static BigDecimal hours(long minutes) {
        return tenths(minutes, MINUTES_AN_HOUR);
    }

    static BigDecimal days(long minutes) {
        return tenths(minutes, MINUTES_A_DAY);
    }

    private static BigDecimal tenths(long amount, int unit) {
        return BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP);
    }
}
