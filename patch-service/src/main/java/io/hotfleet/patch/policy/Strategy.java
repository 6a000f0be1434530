package io.hotfleet.patch.policy;

/// Who hotpatches.
public enum Strategy {
    /// Machines that pass all gates.
    HOTPATCH,
    /// Also those that pass them after their fixes.
    HOTPATCH_AFTER_FIXES,
    /// Nobody: gates are not looked at.
    CUMULATIVE;

    public boolean hotpatches() {
        return this != CUMULATIVE;
    }
}
