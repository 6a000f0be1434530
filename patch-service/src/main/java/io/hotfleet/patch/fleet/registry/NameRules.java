package io.hotfleet.patch.fleet.registry;

import io.hotfleet.rest.Faults;

/// What a fleet, a cluster or a machine may be called.
final class NameRules {
    static final int CHARACTERS_MAX = 255;

    private NameRules() {}

    static void check(Faults faults, String pointer, String name) {
        if (name == null || name.isBlank() || name.length() > CHARACTERS_MAX) {
            faults.add(pointer, "a name of 1 to %d characters is needed".formatted(CHARACTERS_MAX));
        } else if (name.chars().anyMatch(c -> c < ' ' || c == ',')) {
            faults.add(pointer, "a name has neither commas nor control characters");
        }
    }
}
