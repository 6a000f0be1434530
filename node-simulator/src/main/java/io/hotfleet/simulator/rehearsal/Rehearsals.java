package io.hotfleet.simulator.rehearsal;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.rehearsal.recovery.Claim;
import io.hotfleet.simulator.rehearsal.recovery.Ownership;
import io.hotfleet.simulator.rehearsal.recovery.StoredRequests;
import io.hotfleet.simulator.rehearsal.request.RehearsalPlan;
import io.hotfleet.simulator.rehearsal.request.RehearsalPlanner;
import io.hotfleet.simulator.rehearsal.request.RehearsalRequest;
import io.hotfleet.simulator.report.JsonReport;
import io.hotfleet.simulator.simulation.RunResult;
import io.hotfleet.simulator.simulation.StrategyRunner;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Starts, watches and ends rehearsals, each on a virtual thread of its own.
@ApplicationScoped
class Rehearsals {
    private static final int FIRST = 1;
    private final RehearsalPlanner planner;
    private final StrategyRunner runner;
    private final RehearsalStore store;
    private final StoredRequests requests;
    private final Ownership ownership;
    private final FleetRemoval removals;
    private final RehearsalConfig config;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore places;
    private final Map<String, RunningRehearsal> underWay = new ConcurrentHashMap<>();

    /// What a rehearsal is run with.
    @Singleton
    record Tools(StrategyRunner runner, Clock clock, MeterRegistry metrics) {}

    /// What is kept of rehearsals, and who has them.
    @Singleton
    record Storage(RehearsalStore store, StoredRequests requests, Ownership ownership, FleetRemoval removals) {}

    Rehearsals(RehearsalPlanner planner, Tools tools, Storage storage, RehearsalConfig config) {
        this.planner = planner;
        this.runner = tools.runner();
        this.clock = tools.clock();
        this.metrics = tools.metrics();
        this.store = storage.store();
        this.requests = storage.requests();
        this.ownership = storage.ownership();
        this.removals = storage.removals();
        this.config = config;
        this.places = new Semaphore(config.runningMax());
    }

    /// Takes a rehearsal on; a repeated request gets the one that it began.
    ///
    /// @return its id
    /// @throws ProblemException where it cannot be played, or not now
    String start(RehearsalRequest request) {
        String fingerprint = request.fingerprint();
        Optional<String> begun = begun(request.idempotencyKey(), fingerprint);
        if (begun.isPresent()) {
            return begun.get();
        }
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REHEARSALS,
                    config.runningMax() + " rehearsals are under way, which is the limit",
                    config.retryAfter());
        }
        boolean started = false;
        try {
            RehearsalPlan prepared = planner.prepare(request);
            String id = store.newId();
            RunSet production = new RunSet(id, FIRST, prepared);
            StoredRehearsal stored = stored(id, prepared, production, fingerprint);
            if (!store.insert(stored, request.idempotencyKey(), requests.keep(request))) {
                return begun(request.idempotencyKey(), fingerprint).orElseThrow();
            }
            begin(stored, () -> production);
            started = true;
            return id;
        } finally {
            if (!started) {
                places.release();
            }
        }
    }

    /// Waits for a place, then plays what the claim gives, on a thread of its own.
    ///
    /// @param claim asked once there is a place
    /// @return whether it gave anything
    boolean play(Supplier<Optional<Claim>> claim) throws InterruptedException {
        places.acquire();
        Optional<StoredRehearsal> begun = Optional.empty();
        try {
            Optional<Claim> claimed = claim.get();
            begun = claimed.flatMap(taken -> store.find(taken.id()))
                    .filter(found -> found.attempt() == claimed.get().attempt());
            begun.ifPresent(stored -> begin(stored, () -> again(stored, claimed.get())));
            return claimed.isPresent();
        } finally {
            if (begun.isEmpty()) {
                places.release();
            }
        }
    }

    RehearsalView require(String id) {
        RunningRehearsal live = underWay.get(id);
        return view(live != null ? live.stored() : store.find(id).orElseThrow(() -> new RehearsalNotFound(id)));
    }

    /// With its progress, if it is under way.
    RehearsalView view(StoredRehearsal stored) {
        RunningRehearsal live = underWay.get(stored.id());
        return RehearsalView.of(stored, live == null || stored.state().isFinal() ? stored.state() : live.state());
    }

    /// Returns when the rehearsal has ended here, at the latest after a time.
    void awaitEnd(String id, Duration longest) throws InterruptedException {
        RunningRehearsal live = underWay.get(id);
        if (live == null) {
            Thread.sleep(longest);
        } else {
            live.awaitEnd(longest);
        }
    }

    /// The report's bytes.
    ///
    /// @throws ProblemException where there is none, or none yet
    byte[] report(String id) {
        Optional<byte[]> report = store.report(id);
        if (report.isPresent()) {
            return report.get();
        }
        RehearsalView view = require(id);
        String reason = view.reason() == null ? "" : ": " + view.reason();
        throw new ProblemException(
                ProblemType.NO_REPORT, "Rehearsal " + id + " is " + view.state() + reason + "; a report needs DONE");
    }

    /// Cancels what is under way, here or elsewhere; forgets what has ended.
    void remove(String id) {
        RunningRehearsal live = underWay.get(id);
        if (live != null) {
            cancel(live);
            return;
        }
        StoredRehearsal stored = store.find(id).orElseThrow(() -> new RehearsalNotFound(id));
        if (stored.state().isFinal()) {
            removals.forget(stored);
        } else {
            store.end(stored.ended(clock.instant(), new RehearsalState.Cancelled()), null);
            removals.begin(stored);
        }
    }

    /// What is under way is cancelled; where rehearsals are played again, it stays under way in the database, and the
    /// next start goes on with it.
    void stop(@Observes ShutdownEvent event) {
        if (ownership.replays()) {
            underWay.values().forEach(RunningRehearsal::leave);
        }
        underWay.values().forEach(RunningRehearsal::stop);
    }

    private Optional<String> begun(String key, String fingerprint) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<StoredRehearsal> begun = store.findByKey(key);
        begun.filter(rehearsal -> !rehearsal.requestHash().equals(fingerprint)).ifPresent(rehearsal -> {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "The Idempotency-Key belongs to rehearsal " + rehearsal.id() + ", which another request began");
        });
        return begun.map(StoredRehearsal::id);
    }

    private StoredRehearsal stored(String id, RehearsalPlan prepared, RunSet production, String fingerprint) {
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
                FIRST,
                production.fleets(),
                0,
                0);
    }

    private void begin(StoredRehearsal stored, Supplier<RunSet> preparation) {
        RunningRehearsal live = new RunningRehearsal(stored, preparation, this::run);
        underWay.put(stored.id(), live);
        ownership.hold(stored.id());
        live.start();
    }

    private RunSet again(StoredRehearsal stored, Claim claim) {
        RehearsalPlan prepared = planner.prepare(requests.request(claim));
        Log.infof("Rehearsal %s is played again, attempt %d", stored.id(), claim.attempt());
        removals.begin(stored);
        return new RunSet(stored.id(), claim.attempt(), prepared);
    }

    /// It is stored before the play stops, so that nobody ever plays it again.
    private void cancel(RunningRehearsal live) {
        try {
            store.end(live.ended(clock.instant(), new RehearsalState.Cancelled()), null);
        } finally {
            live.stop();
        }
    }

    private void run(RunningRehearsal live) {
        try {
            playThrough(live);
        } finally {
            letGo(live);
        }
    }

    private void playThrough(RunningRehearsal live) {
        Instant begin = clock.instant();
        RehearsalState state = new RehearsalState.Cancelled();
        byte[] report = null;
        RuntimeException failure = null;
        try {
            RunSet production = live.prepare();
            if (!store.running(live.stored())) {
                throw new CancellationException("It was ended or taken over meanwhile");
            }
            Map<String, RunResult> results = production.run(runner);
            report = JsonReport.render(new ReportComposer(production.prepared(), results).compose());
            state = new RehearsalState.Done();
        } catch (InterruptedException | CancellationException e) {
            Log.infof("Rehearsal %s was stopped", live.id());
        } catch (RuntimeException e) {
            state = new RehearsalState.Failed(
                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            failure = e;
        }
        if (end(live, state, report) && failure != null) {
            Log.errorf(failure, "Rehearsal %s failed", live.id());
        }
        metrics.timer("hotfleet_simulator_rehearsal", "state", state.name())
                .record(Duration.between(begin, clock.instant()));
    }

    /// @return false where the end is another one, or not this simulator's to tell
    private boolean end(RunningRehearsal live, RehearsalState state, byte[] report) {
        boolean cancelled = Thread.interrupted();
        if (live.isLeft()) {
            Log.infof("Rehearsal %s is left to the next start", live.id());
            return false;
        }
        try {
            boolean stored = store.end(live.ended(clock.instant(), state), report);
            Log.infof(
                    "Rehearsal %s %s", live.id(), stored ? "is " + state.name() : "has ended, or is played elsewhere");
            return stored;
        } catch (IllegalStateException e) {
            Log.errorf(e, "The end of rehearsal %s could not be stored (cancelled: %s)", live.id(), cancelled);
            return false;
        }
    }

    private void letGo(RunningRehearsal live) {
        underWay.remove(live.id(), live);
        live.end();
        ownership.letGo(live.id());
        if (!live.isLeft()) {
            removals.remove(live.stored());
        }
        places.release();
    }
}
