package io.hotfleet.patch.schedule;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Tells people what became of rollouts, after the commit.
@ApplicationScoped
class Announcer {
    void announce(List<RolloutTurn> turns) {
        turns.forEach(turn -> Log.info(turn.message()));
    }
}
