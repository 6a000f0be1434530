package io.hotfleet.scenarios.chaos;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.scenarios.chaos.SimulatedFleet.Ending;
import io.hotfleet.scenarios.kubernetes.PodCluster;
import io.hotfleet.scenarios.kubernetes.PodCluster.Seen;
import io.hotfleet.scenarios.suite.LiveFleet;
import io.hotfleet.scenarios.suite.LiveFleet.Rollout;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The baseline of January 2025 on a cluster of pods and on simulated clusters, while something goes wrong.
public final class BaselineMonth {

    static final String PRODUCT = "windows-server-2025";
    static final String KB_BEFORE = "KB5048667";
    /// Ten minutes before the baseline appears.
    static final String BEGIN = "2025-01-14T17:50:00Z";

    private static final int REPLICAS = 2;
    static final int SIMULATORS = 3;
    private static final String MONTH = "2025-01";
    private static final String CLUSTER = "sql-s";
    static final double PODS_FACTOR = 120;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration TURN = Duration.ofMillis(500);
    private static final int TURNS_BETWEEN_LINES = 20;
    private static final int ENTRIES_MAX = 5;
    private static final String ENTERED_OTHERWISE = "urn:hotfleet:problem:machine-differs";

    private final Suite suite;
    private final PodCluster cluster;
    private final LiveFleet pods;
    private final SimulatedFleet simulated;
    private volatile Disturbance current;
    private boolean isBuilt;

    public BaselineMonth(Suite suite) {
        this.suite = suite;
        this.cluster = new PodCluster(suite.namespace(), CLUSTER, "load-s");
        this.pods = new LiveFleet(suite.api(Service.PATCH), "stage");
        this.simulated = new SimulatedFleet(suite);
    }

    /// @param podRestarts as Kubernetes counts them, of the pods that are there in the end
    /// @param installed restarts of the pods' nodes that patch-service heard of
    record Figures(Seen client, List<Integer> podRestarts, List<Integer> installed, Ending simulated) {}

    Suite suite() {
        return suite;
    }

    PodCluster cluster() {
        return cluster;
    }

    LiveFleet pods() {
        return pods;
    }

    SimulatedFleet simulated() {
        return simulated;
    }

    /// Everything that its scenarios need, unless it is there.
    public void build() {
        if (!isBuilt) {
            suite.grow(REPLICAS, SIMULATORS);
            suite.apply("stage");
            isBuilt = true;
        }
    }

    public void clear() {
        if (isBuilt) {
            suite.withdraw("stage");
            suite.grow(1, 0);
            isBuilt = false;
        }
    }

    /// The suite has been deployed anew, and nothing of this is there any more.
    public void forget() {
        isBuilt = false;
    }

    /// Puts back what a scenario has taken away that was interrupted.
    public void end() {
        if (current != null) {
            current.end();
        }
    }

    Outcome play(String name, Disturbance disturbance) {
        reset();
        current = disturbance;
        pods.pace(PODS_FACTOR);
        simulated.begin(disturbance.simulatedFactor());
        long begin = System.nanoTime();
        try {
            follow(disturbance, begin);
        } finally {
            disturbance.end();
            current = null;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        cluster.awaitReady();
        Figures figures = new Figures(cluster.seen(), cluster.restarts(), installed(), simulated.ending());
        Outcome outcome = new Outcome(name, took, figures).text(text(figures));
        judge(outcome, figures, disturbance);
        disturbance.judge(outcome);
        return outcome;
    }

    static Map<String, ?> machine(String name, String cluster) {
        return Map.of("machine", name, "product", PRODUCT, "kb", KB_BEFORE, "eligible", false, "cluster", cluster);
    }

    /// Everything as it was before any scenario: fleets, replicas, nodes that have no notes, counts at nought.
    private void reset() {
        suite.simulators().scale(SIMULATORS);
        enterPods();
        cluster.beginAnew();
        suite.simulators().awaitRollout();
        simulated.define();
        cluster.awaitNodes();
        cluster.countAnew();
        cluster.awaitClient();
    }

    /// A pod that starts between the two calls enters itself, in its own words; it does so once, so that the next
    /// attempt finds nobody else's entry.
    private void enterPods() {
        for (int attempt = 1; ; attempt++) {
            try {
                definePods();
                return;
            } catch (Failure e) {
                if (attempt == ENTRIES_MAX || !e.getMessage().contains(ENTERED_OTHERWISE)) {
                    throw e;
                }
                Messages.print("a pod was faster to enter itself; its fleet is defined once more");
            }
        }
    }

    private void definePods() {
        pods.define(Map.of(
                "strategy",
                "CUMULATIVE",
                "clock",
                Map.of("at", BEGIN, "factor", 0),
                "heartbeatSeconds",
                10,
                "policy",
                Map.of("outOfBand", "none")));
        pods.enter(
                List.of(Map.of(
                        "cluster",
                        CLUSTER,
                        "witness",
                        "none",
                        "clusteredRoles",
                        List.of(Map.of("type", "generic", "count", 1)),
                        "nodes",
                        cluster.nodes())),
                cluster.nodes().stream().map(node -> machine(node, CLUSTER)).toList());
    }

    private void follow(Disturbance disturbance, long begin) {
        for (int turn = 0; ; turn++) {
            Duration since = Duration.ofNanos(System.nanoTime() - begin);
            disturbance.turn(since);
            Rollout first = pods.rollout();
            Rollout second = simulated.fleet().rollout();
            boolean begun = first.id().startsWith(MONTH) && second.id().startsWith(MONTH);
            if (turn % TURNS_BETWEEN_LINES == 0) {
                Messages.print("%d s: pods %s restarts %s; simulated %s"
                        .formatted(since.toSeconds(), first, cluster.restarts(), second));
            }
            if (begun && first.isFinished() && second.isFinished() && disturbance.isOver()) {
                return;
            }
            if (since.compareTo(LONGEST) > 0) {
                throw Failure.of(
                        "after %d minutes: pods %s; simulated %s".formatted(LONGEST.toMinutes(), first, second));
            }
            ProgressWait.pause(TURN);
        }
    }

    private List<Integer> installed() {
        return pods.machines().stream()
                .map(machine -> machine.path("restarts").asInt())
                .toList();
    }

    private static void judge(Outcome outcome, Figures figures, Disturbance disturbance) {
        Seen client = figures.client();
        Ending ending = figures.simulated();
        outcome.note("both rollouts are finished");
        outcome.promise("no two nodes of a simulated cluster are down at once", ending.nodesDownMax() <= 1);
        outcome.promise("no simulated cluster loses its quorum", ending.quorumLosses() == 0);
        outcome.promise(
                "each simulated node installs once, with one restart",
                ending.once() == ending.nodes() && ending.restarts() == ending.nodes());
        outcome.promise(
                "each node that is left installs once, with one restart",
                figures.installed().size() == disturbance.nodesLeft()
                        && figures.installed().stream().allMatch(restarts -> restarts == 1));
        outcome.promise("the pods never have two owners", client.termsGoneBack() == 0);
        outcome.promise("the pods never lose their quorum", client.quorumLosses() == 0);
        if (!disturbance.isSilent()) {
            outcome.promise("the pods break no session", client.sessionsBroken() == 0);
            outcome.promise("the pods fail no request", client.requestsFailed() == 0);
        }
    }

    private static String text(Figures figures) {
        Seen client = figures.client();
        Ending ending = figures.simulated();
        return """
              client of the pods: %,d requests, %,d failed; %d sessions broken, %d handed over; longest outage %,d ms; \
            %d role moves; %d quorum losses; the client itself stood still for %,d ms at most
              pods: restarts by Kubernetes' count %s, by patch-service's %s
              simulated: %d nodes, %d restarts, at most %d of a cluster down, %d quorum losses
            """.formatted(
                        client.requests(),
                        client.requestsFailed(),
                        client.sessionsBroken(),
                        client.sessionsMoved(),
                        client.longestOutageMs(),
                        client.roleMoves(),
                        client.quorumLosses(),
                        client.longestStallMs(),
                        figures.podRestarts(),
                        figures.installed(),
                        ending.nodes(),
                        ending.restarts(),
                        ending.nodesDownMax(),
                        ending.quorumLosses());
    }
}
