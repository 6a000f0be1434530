package io.hotfleet.patch.fleet;

import io.hotfleet.rest.ProblemException;

/// What a fleet, a cluster or a machine may be called.
final class NameRules {
    static final int CHARACTERS_MAX = 255;

    private NameRules() {}

    static void check(String pointer, String name) {
        if (name == null || name.isBlank() || name.length() > CHARACTERS_MAX) {
            throw ProblemException.invalid(pointer, "a name of 1 to %d characters is needed".formatted(CHARACTERS_MAX));
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == ',')) {
            throw ProblemException.invalid(pointer, "a name has neither commas nor control characters");
        }
    }
}
