package io.hotfleet.patch.rollout;

import io.hotfleet.patch.agent.SyncService;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetNotFound;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.LiveFleet;
import io.hotfleet.patch.fleet.LiveFleetTables;
import io.hotfleet.patch.leadership.Leadership;
import io.hotfleet.patch.leadership.TermEnded;
import io.hotfleet.patch.leadership.Terms;
import io.hotfleet.postgres.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Gives live fleets their turns, as long as this instance leads.
@Singleton
public final class RolloutController {
    private static final String EVERY_FLEET = "every live fleet";

    private final Database database;
    private final Fleets fleets;
    private final SyncService sync;
    private final Terms terms;
    private final Leadership leadership;
    private final RolloutEvents publisher;
    private final Clock clock;
    private final Duration tick;
    private final int fleetsMax;
    private final Timer duration;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private String last = "";
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /// What the scheduler works with.
    @Singleton
    record Tools(Database database, Fleets fleets, SyncService sync, RolloutEvents publisher, Clock clock) {}

    RolloutController(Tools tools, Terms terms, Leadership leadership, ControllerConfig config, MeterRegistry metrics) {
        this.database = tools.database();
        this.fleets = tools.fleets();
        this.sync = tools.sync();
        this.publisher = tools.publisher();
        this.clock = tools.clock();
        this.terms = terms;
        this.leadership = leadership;
        this.tick = Duration.ofMillis(config.tickMs());
        this.fleetsMax = config.fleetsMax();
        this.duration = metrics.timer("hotfleet_patch_round");
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("rollout-controller").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            do {
                reconcile();
            } while (!stopped.await(tick.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile() {
        try {
            OptionalLong term = leadership.term();
            if (term.isPresent()) {
                duration.record(() -> reconcile(term.getAsLong()));
            }
            failing.remove(EVERY_FLEET);
        } catch (TermEnded e) {
            leadership.superseded(e);
        } catch (RuntimeException e) {
            failed(EVERY_FLEET, e);
        }
    }

    /// A turn for each of the next fleets, in a term.
    public void reconcile(long term) {
        List<FleetId> ids = database.inTransaction(transaction -> LiveFleetTables.ids(transaction, last, fleetsMax));
        for (FleetId id : ids) {
            if (stopped.getCount() > 0) {
                reconcile(term, id);
            }
        }
        last = ids.size() < fleetsMax ? "" : ids.getLast().value();
    }

    private void reconcile(long term, FleetId id) {
        try {
            Instant real = clock.instant();
            List<RolloutEvent> events = database.byKeys(transaction -> {
                terms.fence(transaction, term);
                FleetRow fleet = fleets.lock(transaction, id);
                LiveFleet live = LiveFleetTables.require(transaction, fleet.number(), id);
                return new FleetReconciler(transaction, fleet, fleets.known(transaction, fleet), live)
                        .reconcile(sync, real, tick);
            });
            publisher.publish(events);
            failing.remove(id.value());
        } catch (TermEnded e) {
            throw e;
        } catch (FleetNotFound e) {
            Log.debugf("fleet %s went before its turn", id);
        } catch (RuntimeException e) {
            failed(id.value(), e);
        }
    }

    /// Told once, until it goes well again: the next round is soon.
    private void failed(String what, RuntimeException why) {
        if (failing.add(what)) {
            Log.warnf("%s waits for its turn: %s", what, why);
        }
    }
}
