package io.hotfleet.simulator.host;

import io.hotfleet.simulator.host.work.Sessions;
import io.quarkus.logging.Log;
import java.time.Duration;

/// Takes a node out of its cluster without a loss: sessions say goodbye, the role moves, the vote is handed over.
final class Drain {
    /// A vote leaves with the second attempt, once the others know of the first.
    private static final int ATTEMPTS_A_BEAT = 4;

    private final Host host;
    private final Cluster cluster;
    private final Sessions sessions;
    private final HostConfig config;

    Drain(Host host, Cluster cluster, Sessions sessions, HostConfig config) {
        this.host = host;
        this.cluster = cluster;
        this.sessions = sessions;
        this.config = config;
    }

    /// @return whether role and vote are with others now
    boolean run(Departure why) throws InterruptedException {
        host.move(phase -> switch (phase) {
            case Phase.Up up -> up.drain(why);
            case Phase.Patching patching -> patching.drain(why);
            case Phase.Draining draining -> draining.drain(why);
            case Phase.Booting _, Phase.Quarantined _, Phase.Gone _ -> phase;
        });
        sessions.sayGoodbye();
        long endMs = Host.nowMs() + config.drain().toMillis();
        boolean gone = cluster.handOver() && cluster.unseat();
        while (!gone && Host.nowMs() < endMs) {
            Thread.sleep(config.beat().dividedBy(ATTEMPTS_A_BEAT));
            gone = cluster.handOver() && cluster.unseat();
        }
        if (!gone) {
            Log.warnf("%s could not hand over its role and vote within %s", host.name(), config.drain());
        }
        return gone;
    }

    /// Callers who have not heard of the drain yet are still told where to go.
    void linger() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(config.linger().toMillis()));
    }
}
