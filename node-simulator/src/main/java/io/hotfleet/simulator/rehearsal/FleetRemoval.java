package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.rehearsal.recovery.Ownership;
import io.hotfleet.simulator.simulation.StrategyRunner;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Removes the fleets of ended rehearsals from the other services, also those that a former process left
/// behind.
@ApplicationScoped
class FleetRemoval {
    private final StrategyRunner plays;
    private final RehearsalStore store;
    private final RehearsalConfig config;
    private final Ownership ownership;

    FleetRemoval(StrategyRunner plays, RehearsalStore store, RehearsalConfig config, Ownership ownership) {
        this.plays = plays;
        this.store = store;
        this.config = config;
        this.ownership = ownership;
    }

    void start(@Observes StartupEvent event) {
        ownership.giveUpFormer();
        Thread.ofVirtual().name("removals").start(this::cleanUp);
    }

    /// Removes a rehearsal from the database, and its fleets if they are still there.
    void forget(StoredRehearsal rehearsal) {
        if (!store.deleteCleaned(rehearsal.id())) {
            rehearsal.plays().forEach(plays::remove);
            store.cleaned(rehearsal);
            store.deleteCleaned(rehearsal.id());
        }
    }

    /// Tries for a while, then leaves it to the next start.
    void remove(StoredRehearsal rehearsal) {
        for (int attempt = 1; attempt <= config.removalAttemptsMax(); attempt++) {
            try {
                rehearsal.plays().forEach(plays::remove);
                store.cleaned(rehearsal);
                return;
            } catch (RuntimeException e) {
                Log.warnf("Fleets of rehearsal %s are not removed yet: %s", rehearsal.id(), e.getMessage());
                if (Thread.currentThread().isInterrupted() || !rested()) {
                    return;
                }
            }
        }
    }

    /// The same beside everything else.
    void begin(StoredRehearsal rehearsal) {
        Thread.ofVirtual().name("removal-" + rehearsal.id()).start(() -> remove(rehearsal));
    }

    private void cleanUp() {
        try {
            List<StoredRehearsal> left = store.uncleaned();
            left.forEach(this::remove);
        } catch (IllegalStateException e) {
            Log.warnf(e, "Fleets of a former process are left to the next start");
        }
    }

    private boolean rested() {
        try {
            Thread.sleep(config.removalPause());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
