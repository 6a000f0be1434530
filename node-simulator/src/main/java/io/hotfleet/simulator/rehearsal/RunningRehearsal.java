package io.hotfleet.simulator.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A rehearsal while it is under way, on a virtual thread of its own. One that is played again is prepared on
/// that thread; until then it is QUEUED.
final class RunningRehearsal {
    private final Supplier<RunSet> preparation;
    private final Thread thread;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile StoredRehearsal stored;
    private volatile RunSet production;
    private volatile boolean left;

    /// @param work is given this one, on the thread
    RunningRehearsal(StoredRehearsal stored, Supplier<RunSet> preparation, Consumer<RunningRehearsal> work) {
        this.stored = stored;
        this.preparation = preparation;
        this.thread = Thread.ofVirtual().name("rehearsal-" + stored.id()).unstarted(() -> work.accept(this));
    }

    String id() {
        return stored.id();
    }

    StoredRehearsal stored() {
        return stored;
    }

    RunSet prepare() {
        RunSet prepared = preparation.get();
        stored = stored.playing(prepared.fleets());
        production = prepared;
        return prepared;
    }

    RehearsalState state() {
        return production == null ? stored.state() : new RehearsalState.Running(Progress.of(production.progress()));
    }

    /// As it is stored in the end, with what it has done until now.
    StoredRehearsal ended(Instant at, RehearsalState end) {
        StoredRehearsal counted = production == null ? stored : stored.counted(Progress.of(production.progress()));
        return counted.ended(at, end);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    /// From now on the next start sees to it: nothing of its end is stored, and its fleets stay.
    void leave() {
        left = true;
    }

    boolean isLeft() {
        return left;
    }

    /// Nothing comes any more: whoever waits for the end may ask the database.
    void end() {
        end.countDown();
    }

    void awaitEnd(Duration longest) throws InterruptedException {
        end.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
