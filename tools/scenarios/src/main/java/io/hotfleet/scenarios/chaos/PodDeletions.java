package io.hotfleet.scenarios.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.scenarios.kubernetes.Pods;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Every twenty seconds a random simulator or the leader of patch-service is deleted, once a minute the database.
final class PodDeletions implements Disturbance {

    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Duration DATABASE_EVERY = Duration.ofSeconds(60);

    private final Suite suite;
    private final Random random;
    private Duration next = EVERY;
    private Duration nextDatabase = DATABASE_EVERY;
    private int simulators;
    private int leaders;
    private int databases;
    private String former;
    private Instant formerGone;
    private Duration longestWithout = Duration.ZERO;

    PodDeletions(Suite suite, long seed) {
        this.suite = suite;
        this.random = new Random(seed);
    }

    @Override
    public void turn(Duration since) {
        watchLeader();
        if (since.compareTo(nextDatabase) >= 0) {
            delete("postgres-0");
            databases++;
            nextDatabase = nextDatabase.plus(DATABASE_EVERY);
            // one at a time: who leads cannot be told without a database
            next = next.plus(EVERY);
        } else if (since.compareTo(next) >= 0) {
            deleteOne();
            next = next.plus(EVERY);
        }
    }

    /// Slow enough for the database to go in the middle of the rollout, not at its end.
    @Override
    public int simulatedFactor() {
        return 120;
    }

    /// The leader has been deleted, the database as well, and somebody leads.
    @Override
    public boolean isOver() {
        return databases > 0 && simulators > 0 && leaders > 0 && former == null;
    }

    @Override
    public void judge(Outcome outcome) {
        outcome.note("deleted: simulators %d times, patch-service's leader %d times, the database %d times"
                .formatted(simulators, leaders, databases));
        outcome.note("longest time without a leader: %.1f s".formatted(longestWithout.toMillis() / 1_000.0));
        outcome.promise("a new leader acts within 15 s", longestWithout.compareTo(Duration.ofSeconds(15)) <= 0);
    }

    /// First one of each, then by chance.
    private void deleteOne() {
        boolean leader = leaders == 0 ? simulators > 0 : random.nextInt(4) == 0;
        if (leader && former == null) {
            former = leader().path("leader").asText();
            formerGone = Instant.now();
            leaders++;
            delete(former);
        } else {
            List<Pod> pods = suite.namespace().pods("app=node-simulator");
            delete(Pods.name(pods.get(random.nextInt(pods.size()))));
            simulators++;
        }
    }

    /// The new leader says since when it leads: when that is heard here depends on the way to it.
    private void watchLeader() {
        if (former == null) {
            return;
        }
        JsonNode now = leader();
        if (!now.path("leader").asText().equals(former)) {
            Duration without =
                    Duration.between(formerGone, Instant.parse(now.path("since").asText()));
            longestWithout = without.compareTo(longestWithout) > 0 ? without : longestWithout;
            former = null;
        }
    }

    private JsonNode leader() {
        return suite.api(Service.PATCH).get("/api/v1/leader");
    }

    private void delete(String pod) {
        Messages.print("deleting pod " + pod);
        suite.namespace().deletePod(pod);
    }
}
