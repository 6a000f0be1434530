package io.hotfleet.patch.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Bounds the steps that are under way at once: one more is refused, never queued.
@ApplicationScoped
class ConcurrencyLimit {
    private final int stepsMax;
    private final Semaphore free;

    ConcurrencyLimit(SyncConfig config) {
        this.stepsMax = config.inFlightMax();
        this.free = new Semaphore(stepsMax);
    }

    /// Does the work where there is room.
    public <T> T within(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new Overloaded(stepsMax);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    /// Steps that could begin now.
    int left() {
        return free.availablePermits();
    }
}
