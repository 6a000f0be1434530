package io.hotfleet.cli.supervisor;

/// One line of what a lease is told.
///
/// @param text as a person reads it
public record StackEvent(Kind kind, String text) {

    public enum Kind {
        /// A member is being started, or is ready.
        PROGRESS,
        /// Every member is ready.
        READY,
        /// The stack cannot be started.
        FAILED,
        /// A member that was ready has ended.
        DIED,
        /// The supervisor ends.
        STOPPING,
        /// Nothing happened; shows that somebody still listens.
        BEAT
    }
}
