package io.hotfleet.scenarios.chaos;

import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.time.Duration;

/// `kubectl drain` of a Kubernetes node: what runs there goes in order and comes back elsewhere.
final class NodeDrain implements Disturbance {

    private static final Duration BEGIN = Duration.ofSeconds(15);

    private final Suite suite;
    private boolean emptied;
    private String said = "";

    NodeDrain(BaselineMonth baseline) {
        this.suite = baseline.suite();
    }

    @Override
    public void turn(Duration since) {
        if (!emptied && since.compareTo(BEGIN) >= 0) {
            Messages.print("draining " + suite.victim());
            said = suite.kubectl()
                    .run("drain", suite.victim(), "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=180s");
            emptied = true;
            suite.kubectl().run("uncordon", suite.victim());
        }
    }

    @Override
    public boolean isOver() {
        return emptied;
    }

    @Override
    public void end() {
        suite.kubectl().run("uncordon", suite.victim());
    }

    @Override
    public void judge(Outcome outcome) {
        long evicted = said.lines().filter(line -> line.contains("evicted")).count();
        outcome.note("%d pods left node %s in order".formatted(evicted, suite.victim()));
        outcome.promise("a node of the cluster was among them", said.contains("sql-s"));
    }
}
