package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.agent.Departure;
import io.hotfleet.clusternode.agent.LocalNode;
import io.hotfleet.clusternode.agent.NodeConfig;
import io.hotfleet.clusternode.agent.NodePhase;
import io.hotfleet.clusternode.workload.Sessions;
import io.quarkus.logging.Log;
import java.time.Duration;

/// Takes a node out of its cluster without a loss: sessions say goodbye, the role moves, the vote is handed over.
final class Drain {
    /// A vote leaves with the second attempt, once the others know of the first.
    private static final int ATTEMPTS_A_BEAT = 4;

    private final LocalNode host;
    private final ClusterProtocol cluster;
    private final Sessions sessions;
    private final NodeConfig config;

    Drain(LocalNode host, ClusterProtocol cluster, Sessions sessions, NodeConfig config) {
        this.host = host;
        this.cluster = cluster;
        this.sessions = sessions;
        this.config = config;
    }

    /// @return whether role and vote are with others now
    boolean run(Departure why) throws InterruptedException {
        host.move(phase -> switch (phase) {
            case NodePhase.Up up -> up.drain(why);
            case NodePhase.Patching patching -> patching.drain(why);
            case NodePhase.Draining draining -> draining.drain(why);
            case NodePhase.Booting _, NodePhase.Quarantined _, NodePhase.Gone _ -> phase;
        });
        sessions.sayGoodbye();
        long endMs = LocalNode.nowMs() + config.drain().toMillis();
        boolean gone = cluster.handOver() && cluster.unseat();
        while (!gone && LocalNode.nowMs() < endMs) {
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
