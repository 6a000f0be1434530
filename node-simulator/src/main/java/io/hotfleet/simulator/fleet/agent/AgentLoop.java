package io.hotfleet.simulator.fleet.agent;

import io.hotfleet.simulator.fleet.FleetConfig;
import io.hotfleet.simulator.fleet.FleetService;
import io.hotfleet.simulator.fleet.sharding.PresentShard;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// Lets this simulator's share of the fleets with a live clock exchange reports for commands, again and again; after
/// failures with longer pauses.
@ApplicationScoped
class AgentLoop {
    private final FleetService fleets;
    private final UpdateAgent rim;
    private final PresentShard shares;
    private final FleetConfig config;
    private volatile Thread thread;

    AgentLoop(FleetService fleets, UpdateAgent rim, PresentShard shares, FleetConfig config) {
        this.fleets = fleets;
        this.rim = rim;
        this.shares = shares;
        this.config = config;
    }

    void begin(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("rim").start(this::run);
    }

    void end(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        Duration pause = config.exchangeEvery();
        while (rested(pause)) {
            boolean failed = false;
            try {
                for (String fleet : fleets.connected()) {
                    failed |= !exchanged(fleet);
                }
            } catch (IllegalStateException e) {
                Log.warnf("Live fleets could not be listed: %s", e.getMessage());
                failed = true;
            }
            pause = failed ? longer(pause) : config.exchangeEvery();
        }
    }

    private boolean exchanged(String fleet) {
        try {
            rim.exchange(fleet, shares.present());
            return true;
        } catch (RuntimeException e) {
            Log.warnf("Fleet %s and patch-service did not exchange: %s", fleet, e.getMessage());
            return false;
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(config.exchangePauseMax()) < 0 ? twice : config.exchangePauseMax();
    }

    private static boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
