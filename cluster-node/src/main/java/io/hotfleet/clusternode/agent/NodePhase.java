package io.hotfleet.clusternode.agent;

import java.util.Locale;

/// Where a node stands; the methods of each record are the legal moves. Times are those of the wall clock.
public sealed interface NodePhase {
    /// The machine restarts for longer than its process does.
    record Booting(long untilMs) implements NodePhase {
        public Up up() {
            return new Up();
        }
    }

    /// Failed too often: takes no part until the time is over.
    record Quarantined(long untilMs) implements NodePhase {
        public Up released() {
            return new Up();
        }
    }

    record Up() implements NodePhase {
        Patching patch(UpdateCommand order) {
            return new Patching(order);
        }

        public Draining drain(Departure why) {
            return new Draining(why);
        }
    }

    /// Running code is patched, or files are laid beside the old ones: it serves all the time.
    record Patching(UpdateCommand order) implements NodePhase {
        Up patched() {
            return new Up();
        }

        public Draining drain(Departure why) {
            return new Draining(why);
        }
    }

    /// Hands its role and its vote over.
    record Draining(Departure why) implements NodePhase {
        /// Nobody took them; but who was asked to stop goes in any case.
        public NodePhase back() {
            return why == Departure.RESTART ? new Up() : this;
        }

        /// Who is asked to stop does not restart any more.
        public Draining drain(Departure now) {
            return why == Departure.RESTART ? new Draining(now) : this;
        }
    }

    /// A process may end in any phase.
    record Gone(Departure why) implements NodePhase {}

    /// The process ends, unless it is about to for another reason or has ended.
    default NodePhase gone(Departure why) {
        return switch (this) {
            case Draining draining when draining.why() != why -> this;
            case Gone _ -> this;
            case Booting _, Quarantined _, Up _, Patching _, Draining _ -> new Gone(why);
        };
    }

    /// Whether it takes part in elections and may own the role.
    default boolean takesPart() {
        return switch (this) {
            case Up _, Patching _ -> true;
            case Booting _, Quarantined _, Draining _, Gone _ -> false;
        };
    }

    /// A machine that is down answers nobody.
    default boolean isSilent() {
        return switch (this) {
            case Booting _, Quarantined _, Gone _ -> true;
            case Up _, Patching _, Draining _ -> false;
        };
    }

    default boolean isReady(boolean quorum) {
        return quorum && takesPart();
    }

    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
