package io.hotfleet.simulator.inventory;

import java.util.Locale;

/// Whether virtualization-based security runs on a machine, as far as anybody knows.
public enum VbsState {
    OFF,
    CONFIGURED,
    RUNNING,
    UNKNOWN;

    /// @param spelt as in the fleet file; null where nobody tells it
    public static VbsState of(String spelt) {
        return spelt == null ? UNKNOWN : valueOf(spelt.toUpperCase(Locale.ROOT));
    }

    /// As reports spell it; null where it is not known.
    public String reported() {
        return this == UNKNOWN ? null : name().toLowerCase(Locale.ROOT);
    }
}
