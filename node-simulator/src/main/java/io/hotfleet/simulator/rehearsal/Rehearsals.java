package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.door.Door;
import io.hotfleet.simulator.door.Prepared;
import io.hotfleet.simulator.door.RehearsalRequest;
import io.hotfleet.simulator.play.PlayResult;
import io.hotfleet.simulator.play.Plays;
import io.hotfleet.simulator.report.JsonReport;
import io.hotfleet.simulator.web.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Starts, watches and ends rehearsals, each on a virtual thread of its own.
@ApplicationScoped
class Rehearsals {
    private final Door door;
    private final Plays plays;
    private final RehearsalStore store;
    private final Removals removals;
    private final RehearsalConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore places;
    private final Map<String, Live> underWay = new ConcurrentHashMap<>();

    Rehearsals(
            Door door,
            Plays plays,
            RehearsalStore store,
            Removals removals,
            RehearsalConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.door = door;
        this.plays = plays;
        this.store = store;
        this.removals = removals;
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
        this.places = new Semaphore(config.runningMax());
    }

    /// What is under way.
    private record Live(StoredRehearsal stored, Production production, Thread thread, CountDownLatch ended) {}

    /// Takes a rehearsal on; a repeated request gets the one that it began.
    ///
    /// @return its id
    /// @throws Refused where it cannot be played, or not now
    String start(RehearsalRequest request) {
        String fingerprint = request.fingerprint();
        Optional<String> begun = begun(request.idempotencyKey(), fingerprint);
        if (begun.isPresent()) {
            return begun.get();
        }
        if (!places.tryAcquire()) {
            throw new Refused(
                    "too-many-rehearsals", config.runningMax() + " rehearsals are under way, which is the limit", (int)
                            config.retryAfter().toSeconds());
        }
        boolean started = false;
        try {
            Prepared prepared = door.prepare(request);
            String id = store.newId();
            Production production = new Production(id, prepared);
            StoredRehearsal stored = stored(id, prepared, production, fingerprint);
            if (!store.insert(stored, request.idempotencyKey())) {
                return begun(request.idempotencyKey(), fingerprint).orElseThrow();
            }
            Thread thread =
                    Thread.ofVirtual().name("rehearsal-" + id).unstarted(() -> run(stored, prepared, production));
            underWay.put(id, new Live(stored, production, thread, new CountDownLatch(1)));
            thread.start();
            started = true;
            return id;
        } finally {
            if (!started) {
                places.release();
            }
        }
    }

    RehearsalView require(String id) {
        Live live = underWay.get(id);
        return view(live != null ? live.stored() : store.find(id).orElseThrow(() -> new RehearsalNotFound(id)));
    }

    /// With its progress, if it is under way.
    RehearsalView view(StoredRehearsal stored) {
        Live live = underWay.get(stored.id());
        RehearsalState state = live == null || stored.state().isFinal()
                ? stored.state()
                : new RehearsalState.Running(Progress.of(live.production().progress()));
        return RehearsalView.of(stored, state);
    }

    /// Returns when the rehearsal has ended here, at the latest after a time.
    void awaitEnd(String id, Duration longest) throws InterruptedException {
        Live live = underWay.get(id);
        CountDownLatch ended = live == null ? new CountDownLatch(1) : live.ended();
        ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// The report's bytes.
    ///
    /// @throws Refused where there is none, or none yet
    byte[] report(String id) {
        Optional<byte[]> report = store.report(id);
        if (report.isPresent()) {
            return report.get();
        }
        RehearsalView view = require(id);
        String reason = view.reason() == null ? "" : ": " + view.reason();
        throw new Refused(
                409,
                "no-report",
                "No report",
                "Rehearsal " + id + " is " + view.state() + reason + "; a report needs DONE");
    }

    /// Stops what is under way; forgets what has ended.
    void remove(String id) {
        Live live = underWay.get(id);
        if (live != null) {
            live.thread().interrupt();
            return;
        }
        removals.forget(store.find(id).orElseThrow(() -> new RehearsalNotFound(id)));
    }

    /// What is under way stays so in the database: the next start fails it and removes its fleets.
    void stop(@Observes ShutdownEvent event) {
        underWay.values().forEach(live -> live.thread().interrupt());
    }

    private Optional<String> begun(String key, String fingerprint) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<StoredRehearsal> begun = store.findByKey(key);
        begun.filter(rehearsal -> !rehearsal.requestHash().equals(fingerprint)).ifPresent(rehearsal -> {
            throw new Refused(
                    409,
                    "idempotency-key-reused",
                    "Key used before",
                    "The Idempotency-Key belongs to rehearsal " + rehearsal.id() + ", which another request began");
        });
        return begun.map(StoredRehearsal::id);
    }

    private StoredRehearsal stored(String id, Prepared prepared, Production production, String fingerprint) {
        return new StoredRehearsal(
                id,
                clock.instant(),
                null,
                new RehearsalState.Queued(),
                prepared.stage().fleet().name(),
                prepared.stage().fleet().machines().size(),
                prepared.terms().period().from().toString(),
                prepared.terms().period().to().toString(),
                fingerprint,
                production.fleets(),
                0,
                0);
    }

    private void run(StoredRehearsal stored, Prepared prepared, Production production) {
        Instant begin = clock.instant();
        RehearsalState state = new RehearsalState.Cancelled();
        byte[] report = null;
        try {
            store.running(stored.id());
            Map<String, PlayResult> results = production.run(plays);
            report = JsonReport.render(new ReportComposer(prepared, results).compose());
            state = new RehearsalState.Done();
        } catch (InterruptedException | CancellationException e) {
            Log.infof("Rehearsal %s was cancelled", stored.id());
        } catch (RuntimeException e) {
            state = new RehearsalState.Failed(
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            Log.errorf(e, "Rehearsal %s failed", stored.id());
        }
        end(stored, production, state, report);
        metrics.timer("hotfleet_simulator_rehearsal", "state", state.name())
                .record(Duration.between(begin, clock.instant()));
    }

    private void end(StoredRehearsal stored, Production production, RehearsalState state, byte[] report) {
        boolean cancelled = Thread.interrupted();
        try {
            store.end(stored.ended(clock.instant(), state, Progress.of(production.progress())), report);
            Log.infof("Rehearsal %s is %s", stored.id(), state.name());
        } catch (IllegalStateException e) {
            Log.errorf(e, "The end of rehearsal %s could not be stored (cancelled: %s)", stored.id(), cancelled);
        } finally {
            underWay.remove(stored.id()).ended().countDown();
            removals.remove(stored);
            places.release();
        }
    }
}
