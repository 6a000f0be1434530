package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.rehearsal.recovery.Ownership;
import io.hotfleet.simulator.rehearsal.recovery.RecoveryConfig;
import io.hotfleet.simulator.rehearsal.recovery.StoredRequests;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// Looks for rehearsals that nobody plays any more, and has them played again one by one, as places become free.
@ApplicationScoped
public class Recovery {
    /// After everything else of a start: by then what a former process played is given up.
    private static final int LAST = 10_000;

    private final StoredRequests requests;
    private final Rehearsals rehearsals;
    private final Ownership ownership;
    private final RecoveryConfig config;
    private volatile Thread looks;

    Recovery(StoredRequests requests, Rehearsals rehearsals, Ownership ownership, RecoveryConfig config) {
        this.requests = requests;
        this.rehearsals = rehearsals;
        this.ownership = ownership;
        this.config = config;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) {
        if (ownership.replays()) {
            looks = Thread.ofVirtual().name("replays").start(this::keepLooking);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        if (looks != null) {
            looks.interrupt();
        }
    }

    /// Begins all that there is a place for, and waits for places for the rest.
    public void look() throws InterruptedException {
        boolean more = true;
        while (more) {
            more = requests.anyNotPlayed() && rehearsals.play(requests::claim);
        }
    }

    private void keepLooking() {
        try {
            while (true) {
                Thread.sleep(looked());
            }
        } catch (InterruptedException e) {
            Log.debug("Nothing more is played again: the simulator ends");
        }
    }

    /// Where the database was away, everybody was silent: owners are given the time to be heard of again.
    ///
    /// @return how long to rest
    private Duration looked() throws InterruptedException {
        try {
            look();
            return config.lookEvery();
        } catch (IllegalStateException e) {
            Log.warnf("Rehearsals that nobody plays were not looked for: %s", e.getMessage());
            return ownership.silenceMax();
        }
    }
}
