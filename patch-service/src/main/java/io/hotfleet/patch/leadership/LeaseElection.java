package io.hotfleet.patch.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Picks who holds a Kubernetes Lease. A leader that steps back, or is shut down, gives it back at once.
final class LeaseElection implements Election {
    /// The leader gives up this part of the lease before others may take it.
    private static final double RENEW_SHARE = 0.7;

    private final KubernetesClient kubernetes;
    private final LeaseLock lock;
    private final Duration lease;
    private final Duration retry;
    private CompletableFuture<?> standing;

    LeaseElection(KubernetesClient kubernetes, LeaseLock lock, Duration lease, Duration retry) {
        this.kubernetes = kubernetes;
        this.lock = lock;
        this.lease = lease;
        this.retry = retry;
    }

    @Override
    public String by() {
        return "lease";
    }

    @Override
    public synchronized void join(Candidate candidate) {
        CompletableFuture<?> now =
                kubernetes.leaderElector().withConfig(config(candidate)).build().start();
        standing = now;
        now.whenComplete((_, why) -> again(candidate, now, why));
    }

    @Override
    public synchronized void leave() {
        CompletableFuture<?> ending = standing;
        standing = null;
        if (ending != null) {
            ending.cancel(true);
        }
    }

    /// An elector ends with the leadership that it lost; the instance stands again.
    private synchronized void again(Candidate candidate, CompletableFuture<?> ended, Throwable why) {
        if (standing == ended) {
            Log.warnf("the Lease is lost: %s", why == null ? "not renewed in time" : why.getMessage());
            join(candidate);
        }
    }

    private LeaderElectionConfig config(Candidate candidate) {
        return new LeaderElectionConfigBuilder()
                .withName(lock.describe())
                .withLock(lock)
                .withLeaseDuration(lease)
                .withRenewDeadline(Duration.ofMillis((long) (lease.toMillis() * RENEW_SHARE)))
                .withRetryPeriod(retry)
                .withReleaseOnCancel(true)
                .withLeaderCallbacks(new LeaderCallbacks(
                        candidate::elected, candidate::deposed, leader -> Log.infof("%s holds the Lease", leader)))
                .build();
    }
}
