package io.hotfleet.scenarios.chaos;

import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.time.Duration;
import java.util.List;

/// A Kubernetes node is drained: what runs there goes in order and comes back elsewhere.
final class NodeDrain implements Disturbance {

    private static final Duration BEGIN = Duration.ofSeconds(15);

    private final Suite suite;
    private boolean emptied;
    private List<String> left = List.of();

    NodeDrain(BaselineMonth baseline) {
        this.suite = baseline.suite();
    }

    @Override
    public void turn(Duration since) {
        if (!emptied && since.compareTo(BEGIN) >= 0) {
            Messages.print("draining " + suite.victim());
            left = suite.namespace().maintenance().drain(suite.victim());
            emptied = true;
            suite.namespace().maintenance().uncordon(suite.victim());
        }
    }

    @Override
    public boolean isOver() {
        return emptied;
    }

    @Override
    public void end() {
        suite.namespace().maintenance().uncordon(suite.victim());
    }

    @Override
    public void judge(Outcome outcome) {
        outcome.note("%d pods left node %s in order".formatted(left.size(), suite.victim()));
        outcome.promise("a node of the cluster was among them", left.stream().anyMatch(pod -> pod.startsWith("sql-s")));
    }
}
