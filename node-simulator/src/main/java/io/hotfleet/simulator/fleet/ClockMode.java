package io.hotfleet.simulator.fleet;

import io.hotfleet.rest.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/// How a live fleet's clock goes: by hand, or by itself.
enum ClockMode {
    MANUAL,
    LIVE;

    /// As a query parameter says it.
    public static ClockMode fromString(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("clock", "'" + text + "' is neither manual nor live"));
    }

    /// As descriptions and the table spell it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
