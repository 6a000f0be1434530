package io.hotfleet.patch.rollout;

import io.hotfleet.patch.fleet.FleetId;
import java.util.Locale;

/// What a rollout's change means to people.
///
/// @param message one line, with the fleet's and the rollout's name
record RolloutEvent(FleetId fleet, RolloutId rollout, int version, Kind kind, String message) {
    enum Kind {
        STARTED,
        HELD,
        RESUMED,
        PAUSED,
        STOPPED,
        FINISHED,
        ABORTED
    }

    static RolloutEvent started(FleetId fleet, Rollout rollout) {
        return of(fleet, rollout, Kind.STARTED);
    }

    static RolloutEvent changed(FleetId fleet, Rollout now) {
        return of(
                fleet,
                now,
                switch (now.state()) {
                    case RolloutState.Running _ -> Kind.RESUMED;
                    case RolloutState.Held _ -> Kind.HELD;
                    case RolloutState.Paused _ -> Kind.PAUSED;
                    case RolloutState.Stopped _ -> Kind.STOPPED;
                    case RolloutState.Finished _ -> Kind.FINISHED;
                    case RolloutState.Aborted _ -> Kind.ABORTED;
                });
    }

    private static RolloutEvent of(FleetId fleet, Rollout rollout, Kind kind) {
        String reason = rollout.state().reason();
        String message = "%s of fleet %s %s%s"
                .formatted(
                        rollout.key().id(),
                        fleet,
                        kind.name().toLowerCase(Locale.ROOT),
                        reason == null ? "" : ": " + reason);
        return new RolloutEvent(fleet, rollout.key().id(), rollout.version(), kind, message);
    }
}
