package io.hotfleet.scenarios.chaos;

import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.suite.LiveFleet.Rollout;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.time.Duration;

/// A Kubernetes node loses its network with what runs on it before the cluster's turn comes, and gets it back once the
/// rollout is held. (A cut while another node restarts would leave one of three votes: nothing can serve then.)
final class NetworkCut implements Disturbance {

    private static final Duration HELD_FOR = Duration.ofSeconds(15);

    private final Suite suite;
    private final BaselineMonth baseline;
    private boolean isCut;
    private boolean noticed;
    private boolean joined;
    private Duration heldSince;
    private String reason = "";

    NetworkCut(BaselineMonth baseline) {
        this.baseline = baseline;
        this.suite = baseline.suite();
    }

    @Override
    public void turn(Duration since) {
        if (!isCut) {
            Messages.print("pulling the network cable of " + suite.victim());
            // ten minutes before the baseline appears, time enough to be missed
            baseline.pods().pace(1);
            suite.machinery().cut(suite.victim());
            isCut = true;
        } else if (!noticed) {
            noticed = baseline.pods().machines().stream()
                    .anyMatch(machine -> !machine.path("online").asBoolean());
            if (noticed) {
                baseline.pods().pace(BaselineMonth.PODS_FACTOR);
            }
        } else if (!joined) {
            awaitHeld(since);
        }
    }

    private void awaitHeld(Duration since) {
        Rollout rollout = baseline.pods().rollout();
        if (rollout.state().equals("HELD") && heldSince == null) {
            heldSince = since;
            reason = rollout.reason();
            Messages.print("held: " + reason);
        }
        if (heldSince != null && since.minus(heldSince).compareTo(HELD_FOR) >= 0) {
            Messages.print("putting the cable back");
            suite.machinery().join(suite.victim());
            joined = true;
        }
    }

    @Override
    public boolean isOver() {
        return joined;
    }

    @Override
    public void end() {
        if (isCut && !joined) {
            suite.machinery().join(suite.victim());
        }
    }

    @Override
    public boolean isSilent() {
        return true;
    }

    @Override
    public void judge(Outcome outcome) {
        outcome.note("held: " + reason);
        outcome.promise(
                "the rollout says which node it waits for", reason.contains("sql-s-") && reason.contains("is down"));
    }
}
