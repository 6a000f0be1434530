package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.supervisor.StackEvent.Kind;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Who uses the stack. It ends with its last user, unless it was pinned.
final class Leases implements AutoCloseable {

    private final Runnable starter;
    private final EventLog events;
    private final Runnable stop;
    private final ExecutorService starts = Executors.newSingleThreadExecutor();
    private final Set<Long> held = new HashSet<>();
    private long last;
    private boolean pinned;
    private boolean closed;

    /// @param starter starts what does not run
    /// @param stop ends the stack
    Leases(Runnable starter, EventLog events, Runnable stop) {
        this.starter = starter;
        this.events = events;
        this.stop = stop;
    }

    /// A new lease, unless the stack is ending; whatever does not run is started for it.
    synchronized OptionalLong take() {
        if (closed) {
            return OptionalLong.empty();
        }
        last++;
        held.add(last);
        starts.execute(this::makeReady);
        return OptionalLong.of(last);
    }

    /// Ends a lease; an unknown one has ended before.
    ///
    /// @return whether the stack ends with it
    synchronized boolean release(long lease) {
        held.remove(lease);
        if (held.isEmpty() && !pinned) {
            closed = true;
            stop.run();
        }
        return closed;
    }

    synchronized boolean pin() {
        pinned = !closed;
        return pinned;
    }

    synchronized boolean pinned() {
        return pinned;
    }

    synchronized int count() {
        return held.size();
    }

    /// Nobody ever came.
    synchronized boolean unused() {
        return last == 0;
    }

    synchronized void stopAll() {
        closed = true;
        stop.run();
    }

    @Override
    public synchronized void close() {
        closed = true;
        starts.shutdown();
    }

    private void makeReady() {
        try {
            starter.run();
            events.add(Kind.READY, "ready");
        } catch (Failure e) {
            events.add(Kind.FAILED, e.getMessage());
        } catch (RuntimeException e) {
            e.printStackTrace();
            events.add(Kind.FAILED, "cannot start the stack: " + e);
        }
    }
}
