package io.hotfleet.simulator.upload;

import io.hotfleet.rest.ProblemException;

/// The header by which a caller may repeat a request without harm.
public final class IdempotencyKey {
    private static final int CHARS_MAX = 200;

    private IdempotencyKey() {}

    /// @return null where there is none
    public static String checked(String given) {
        if (given == null) {
            return null;
        }
        if (given.isBlank() || given.length() > CHARS_MAX) {
            throw ProblemException.invalid(
                    "Idempotency-Key", "1 to " + CHARS_MAX + " characters are accepted, not only blanks");
        }
        return given;
    }
}
