package io.hotfleet.simulator.rehearsal.recovery;

/// A rehearsal whose simulator has ended cannot be played again.
public final class NotRecoverable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRecoverable(String reason) {
        super("The simulator that played it has ended; " + reason);
    }
}
