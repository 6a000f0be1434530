package io.hotfleet.simulator.simulation;

/// Who hotpatches, and who pays.
public enum Strategy {
    HOTPATCH,
    HOTPATCH_AFTER_FIXES,
    CUMULATIVE;

    /// Whether licences and entitlements play a part.
    boolean licensed() {
        return this != CUMULATIVE;
    }
}
