package io.hotfleet.simulator.replay;

/// A rehearsal whose simulator has ended cannot be played again.
public final class NotReplayable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReplayable(String reason) {
        super("The simulator that played it has ended; " + reason);
    }
}
