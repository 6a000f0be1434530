package io.hotfleet.patch.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.planner.Decision.Act;
import io.hotfleet.patch.planner.Node.Memory;
import io.hotfleet.patch.planner.NodeReport.Outcome;
import io.hotfleet.patch.policy.FleetPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A cluster through a year, with nodes that go offline, fail and come back; `-Dseed=17` replays one.
class ClusterInvariantTest {
    private static final int DECISIONS_MAX = 2_000;

    private final Map<Integer, Integer> seqs = new HashMap<>();

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.range(0, 100) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverTakesASecondNodeDownNorQuorumAway(long seed) {
        Random random = new Random(seed);
        Scene scene =
                new Scene().has("KB5048794").window(random.nextBoolean() ? "saturday 22:00 6 Europe/Berlin" : null);
        scene = random.nextInt(3) == 0 ? scene.gates("ARC") : scene;
        UnitSnapshot now = scene.cluster(1 + random.nextInt(6), random.nextInt(7), random.nextBoolean());
        UnitPlanner planner = new UnitPlanner(scene.selector());
        FleetPlan plan = scene.plan();
        ReportApplier reporting = new ReportApplier(plan);
        long end = plan.end();

        int decisions = 0;
        while (now.state().next() < end && decisions++ < DECISIONS_MAX) {
            long minute = now.state().next();
            Decision decision = planner.decide(now, minute);
            now = now.after(decision, decisions);
            if (decision instanceof Act(Command command, long _, long _)) {
                safe(now, command);
                now = reporting.apply(now, answer(command, random));
            } else if (random.nextInt(4) == 0) {
                now = reporting.apply(now, upheaval(now, random));
            }
        }

        assertThat(decisions).isLessThan(DECISIONS_MAX);
        assertThat(now.cluster().downMax()).isLessThanOrEqualTo(now.nodes().size());
    }

    private static void safe(UnitSnapshot now, Command command) {
        Member member = now.unit().member(command.machine());
        assertThat(now.node(command.machine()).online()).isTrue();
        if (command.restart() && now.nodes().size() > 1) {
            assertThat(now.nodes()).allMatch(Node::online);
            assertThat(now.cluster()
                            .quorum()
                            .drained(member.position(), command.at())
                            .serves())
                    .isTrue();
        }
    }

    private NodeReport answer(Command command, Random random) {
        boolean failed = random.nextInt(10) == 0;
        Outcome done = command.restart() ? Outcome.RESTARTED : Outcome.INSTALLED;
        return new NodeReport(
                command.machine(),
                seqs.merge(command.machine(), 1, Integer::sum),
                command.at() + 1 + random.nextInt(60),
                command.id(),
                command.kb(),
                failed ? Outcome.FAILED : done,
                null,
                0,
                0,
                command.restart() && !failed ? 480 : 0,
                Memory.UNKNOWN);
    }

    /// One node goes away or comes back, some time before the next decision.
    private NodeReport upheaval(UnitSnapshot now, Random random) {
        Node node = now.nodes().get(random.nextInt(now.nodes().size()));
        return new NodeReport(
                node.machine(),
                seqs.merge(node.machine(), 1, Integer::sum),
                now.state().at() + random.nextInt(1_000),
                0,
                null,
                node.online() ? Outcome.OFFLINE : Outcome.ONLINE,
                null,
                0,
                0,
                0,
                null);
    }
}
