package io.hotfleet.node.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeInput;
import io.hotfleet.node.workflow.NodeSettings;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState;
import io.hotfleet.node.workflow.Vbs;
import java.util.EnumSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The compact machines against the detailed workflow and memory: a node stepped through all that happens to it.
class DerivedDetailTest {
    private static final FleetYear YEAR = Calendar2025.year(11);
    private static final int TIMES = 4;
    private static final int WORK_SECONDS = 3 * 3_600;

    /// `-Dsim.seed=17` replays one machine alone.
    static LongStream machines() {
        Long one = Long.getLong("sim.seed");
        return one == null ? LongStream.range(0, 120) : LongStream.of(one);
    }

    @ParameterizedTest(name = "machine {0}")
    @MethodSource("machines")
    void aMachineDerivedAtAnyTimeEqualsTheOneThatWasSteppedThere(long machine) {
        Random random = new Random(machine);

        for (int i = 0; i < TIMES; i++) {
            long at = time((int) machine, random);
            Node stepped = stepped((int) machine, at);

            MachineDetail derived = YEAR.detail((int) machine, at);

            assertThat(derived.phase())
                    .as("at %d", at)
                    .isEqualTo(stepped.state().phase());
            assertThat(derived.sinceSeconds())
                    .as("at %d", at)
                    .isEqualTo(stepped.state().sinceSeconds());
            assertThat(derived.dueSeconds()).as("at %d", at).isEqualTo(stepped.nextDueSeconds());
            assertThat(MemoryView.of(derived.memory())).as("at %d", at).isEqualTo(MemoryView.of(stepped.memory()));
            assertThat(derived.installation()).as("at %d", at).isEqualTo(stepped.installation());
        }
    }

    @ParameterizedTest(name = "machine {0}")
    @MethodSource("machines")
    void theYearEndsInTheSameState(long machine) {
        BatchState one = YEAR.population((int) machine, 1);
        NodeBatch shard = YEAR.shard();
        shard.begin(one, 0, 1, YEAR.startSeconds());

        shard.run(YEAR.endSeconds());

        Node stepped = stepped((int) machine, YEAR.endSeconds() - 1);
        assertThat(one.phases[0]).isEqualTo((byte) stepped.state().phase().ordinal());
        assertThat(one.sinceSeconds[0]).isEqualTo(stepped.state().sinceSeconds());
        assertThat((long) one.restarts[0])
                .isEqualTo(stepped.journal().updates().stream()
                        .filter(update -> update.restarted())
                        .count());
    }

    /// Half of them while something is likely under way.
    private static long time(int machine, Random random) {
        if (random.nextBoolean()) {
            return random.nextLong(YEAR.startSeconds(), YEAR.endSeconds());
        }
        BatchState one = YEAR.population(machine, 1);
        YearPlan plan = YEAR.plan(one.blocked[0]);
        int offer = random.nextInt(plan.size());
        return plan.foundSeconds(one.seeds[0], offer) + random.nextLong(random.nextBoolean() ? 180 : WORK_SECONDS);
    }

    private static Node stepped(int machine, long untilSeconds) {
        BatchState one = YEAR.population(machine, 1);
        YearPlan plan = YEAR.plan(one.blocked[0]);
        Setup setup = new Setup(one.seeds[0], Shape.values()[one.shapes[0]], Setup.TABLE_BYTES, Retention.REFERENCED);
        Vbs vbs = plan.isHotpatching()
                ? new Vbs(EnumSet.of(Vbs.Enabler.HVCI), true)
                : new Vbs(EnumSet.noneOf(Vbs.Enabler.class), false);
        Node node = new Node(new NodeSettings(setup, Withdrawal.UNINSTALL), plan.start(), vbs, YEAR.startSeconds());
        node.accept(new NodeInput.Entitled(NodeState.NEVER), YEAR.startSeconds());
        for (int offer = 0; offer < plan.size(); offer++) {
            long at = plan.foundSeconds(one.seeds[0], offer);
            if (at <= untilSeconds) {
                int kinds = plan.isHotpatch(offer) ? NodeBatch.FAULTS.size() : 1;
                int fault = BatchState.fault(one.seeds[0], plan.kbKey(offer), kinds);
                if (fault >= 0) {
                    node.accept(new NodeInput.Injected(NodeBatch.FAULTS.get(fault), 0), at);
                }
                node.accept(new NodeInput.Offered(plan.offer(offer)), at);
            }
        }
        node.advance(untilSeconds);
        return node;
    }
}
