package io.hotfleet.clusternode.agent;

/// Why a node goes down in order, and the code with which its process ends.
public enum Departure {
    /// Comes back by itself: whatever restarts ended containers does it.
    RESTART(75),
    /// Asked to stop by somebody who may start it again, here or elsewhere.
    SHUTDOWN(0),
    /// Scaled in: its vote leaves for good.
    EVICTION(0);

    private final int exitCode;

    Departure(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
