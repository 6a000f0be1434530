package io.hotfleet.scenarios.chaos;

import io.hotfleet.scenarios.kubernetes.PodCluster;
import io.hotfleet.scenarios.suite.Outcome;
import java.time.Duration;

/// What disturbs a baseline month. Asked twice a second from the rollouts' beginning until they are finished and it is
/// over.
interface Disturbance {

    /// @param since the rollouts began
    void turn(Duration since);

    boolean isOver();

    /// Puts back what it took away; also after a failure.
    default void end() {}

    /// How many nodes of the pods' cluster are left in the end.
    default int nodesLeft() {
        return PodCluster.NODES;
    }

    /// Fleet seconds in a second, for the simulated nodes: four fleet minutes let them install and restart within some
    /// ten seconds.
    default int simulatedFactor() {
        return 240;
    }

    /// Whether the cluster's client may lose sessions and requests: only where a node goes without a word.
    default boolean isSilent() {
        return false;
    }

    /// What it did, and what has to hold besides what always has to.
    void judge(Outcome outcome);
}
