package io.hotfleet.scenarios.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.kubernetes.PodCluster;
import io.hotfleet.scenarios.kubernetes.Pods;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The cluster of pods and the simulators grow from three to five, then shrink to two, during the rollouts.
final class Scaling implements Disturbance {

    private static final int MORE = 5;
    private static final int FEWER = 2;
    private static final Duration BEGIN = Duration.ofSeconds(10);

    private final Suite suite;
    private final PodCluster cluster;
    private int wanted = PodCluster.NODES;
    private int largest;

    Scaling(BaselineMonth baseline) {
        this.suite = baseline.suite();
        this.cluster = baseline.cluster();
    }

    @Override
    public void turn(Duration since) {
        if (wanted == PodCluster.NODES && since.compareTo(BEGIN) >= 0) {
            scale(MORE);
        } else if (wanted == MORE && isReady()) {
            largest = voters();
            scale(FEWER);
        }
    }

    @Override
    public boolean isOver() {
        return wanted == FEWER && isReady();
    }

    @Override
    public int nodesLeft() {
        return FEWER;
    }

    @Override
    public void judge(Outcome outcome) {
        int voters = voters();
        outcome.note("3 → 5 → 2 pods and simulators; votes at the most %d, in the end %d".formatted(largest, voters));
        outcome.promise(
                "nodes that come get a vote, nodes that are scaled in lose theirs", largest == MORE && voters == FEWER);
    }

    private void scale(int replicas) {
        Messages.print("scaling the cluster and the simulators to " + replicas);
        wanted = replicas;
        cluster.nodesWorkload().scale(replicas);
        JsonNode now = suite.api(Service.SIMULATOR).put("/api/v1/simulators", Map.of("replicas", replicas));
        Messages.print("simulators: " + now);
    }

    private boolean isReady() {
        return isReady(cluster.pods(), wanted)
                && isReady(suite.namespace().pods("app=node-simulator"), wanted)
                && (wanted != MORE || voters() == MORE);
    }

    private static boolean isReady(List<Pod> pods, int expected) {
        return pods.size() == expected && pods.stream().allMatch(Pods::isReady);
    }

    /// As a node shows them on its pod.
    private int voters() {
        return cluster.pods().stream()
                .map(pod -> Pods.annotation(pod, "hotfleet.io/voters"))
                .mapToInt(voters -> voters.isBlank() ? 0 : voters.split(" ").length)
                .max()
                .orElse(0);
    }
}
