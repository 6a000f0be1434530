package io.hotfleet.simulator.host;

import io.hotfleet.simulator.host.order.Order;
import java.util.Locale;

/// Where a node stands; the methods of each record are the legal moves. Times are those of the wall clock.
sealed interface Phase {
    /// The machine restarts for longer than its process does.
    record Booting(long untilMs) implements Phase {
        Up up() {
            return new Up();
        }
    }

    /// Failed too often: takes no part until the time is over.
    record Quarantined(long untilMs) implements Phase {
        Up released() {
            return new Up();
        }
    }

    record Up() implements Phase {
        Patching patch(Order order) {
            return new Patching(order);
        }

        Draining drain(Departure why) {
            return new Draining(why);
        }
    }

    /// Running code is patched, or files are laid beside the old ones: it serves all the time.
    record Patching(Order order) implements Phase {
        Up patched() {
            return new Up();
        }

        Draining drain(Departure why) {
            return new Draining(why);
        }
    }

    /// Hands its role and its vote over.
    record Draining(Departure why) implements Phase {
        /// Nobody took them; but who was asked to stop goes in any case.
        Phase back() {
            return why == Departure.RESTART ? new Up() : this;
        }

        /// Who is asked to stop does not restart any more.
        Draining drain(Departure now) {
            return why == Departure.RESTART ? new Draining(now) : this;
        }
    }

    /// A process may end in any phase.
    record Gone(Departure why) implements Phase {}

    /// The process ends, unless it is about to for another reason or has ended.
    default Phase gone(Departure why) {
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
