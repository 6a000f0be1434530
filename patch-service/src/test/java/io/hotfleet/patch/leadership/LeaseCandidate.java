package io.hotfleet.patch.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A candidate that only remembers whether it was elected.
final class LeaseCandidate implements Election.Candidate {
    static final String OFFICE = "hotfleet-rollouts";

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final long WAIT_SECONDS_MAX = 60;

    private final LeaseElection election;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean elected;

    LeaseCandidate(KubernetesClient kubernetes, String namespace, String identity) {
        election = new LeaseElection(kubernetes, new LeaseLock(namespace, OFFICE, identity), LEASE, RETRY);
    }

    void join() {
        election.join(this);
    }

    void leave() {
        election.leave();
    }

    @Override
    public void elected() {
        set(true);
    }

    @Override
    public void deposed() {
        set(false);
    }

    boolean isElected() {
        lock.lock();
        try {
            return elected;
        } finally {
            lock.unlock();
        }
    }

    void awaitElected() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
            while (!elected && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (!elected) {
                throw new AssertionError(new TimeoutException("not elected"));
            }
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean now) {
        lock.lock();
        try {
            elected = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
