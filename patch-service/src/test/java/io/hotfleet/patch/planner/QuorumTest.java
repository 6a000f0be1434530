package io.hotfleet.patch.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The vendor's table of failures that a cluster survives; `half` where it depends on which node fails.
class QuorumTest {
    @ParameterizedTest(name = "{0} nodes, witness {1}")
    @CsvSource({
        "2, false, half, no, no",
        "2, true, yes, no, no",
        "3, false, yes, half, no",
        "3, true, yes, yes, no",
        "4, false, yes, yes, half",
        "4, true, yes, yes, yes",
        "5, false, yes, yes, yes",
        "5, true, yes, yes, yes",
        "64, false, yes, yes, yes"
    })
    void survivesTheFailuresOfTheTable(int nodes, boolean witness, String one, String another, String twoAtOnce) {
        List<Boolean> first = new ArrayList<>();
        List<Boolean> second = new ArrayList<>();
        List<Boolean> together = new ArrayList<>();
        for (int a = 0; a < nodes; a++) {
            Quorum after = Quorum.of(nodes, witness).lose(a, 1);
            first.add(after.serves());
            for (int b = 0; b < nodes; b++) {
                if (b != a) {
                    together.add(after.lose(b, 1).serves());
                    if (after.serves()) {
                        second.add(after.lose(b, 2).serves());
                    }
                }
            }
        }

        assertThat(List.of(verdict(first), verdict(second), verdict(together)))
                .containsExactly(one, another, twoAtOnce);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 64})
    void nodesMayGoDownOneAfterTheOtherWithoutWitness(int nodes) {
        Quorum quorum = Quorum.of(nodes, false);

        for (int node = 0; node < nodes; node++) {
            assertThat(quorum.mayDrain(node)).isTrue();
            quorum = quorum.drained(node, node * 2L);
            assertThat(quorum.serves()).isTrue();
            quorum = quorum.join(node, node * 2L + 1);
        }
    }

    @Test
    void noSecondNodeMayGoDown() {
        Quorum quorum = Quorum.of(5, true).drained(0, 1);

        assertThat(quorum.mayDrain(1)).isFalse();
    }

    @Test
    void aNodeAloneMayRestart() {
        assertThat(Quorum.of(1, false).mayDrain(0)).isTrue();
    }

    @Test
    void aStoppedClusterRunsAgainWithTheMajorityOfItsLastVotes() {
        Quorum stopped = Quorum.of(3, false).lose(0, 1).lose(1, 1);

        Quorum back = stopped.join(1, 9);

        assertThat(stopped.serves()).isFalse();
        assertThat(back.serves()).isTrue();
    }

    @Test
    void lossesOfOneMinuteAreSimultaneousInWhateverOrderTheyAreTold() {
        Quorum oneWay = Quorum.of(4, false).lose(0, 1).lose(3, 1);

        Quorum otherWay = Quorum.of(4, false).lose(3, 1).lose(0, 1);

        assertThat(otherWay).isEqualTo(oneWay);
    }

    static Stream<Arguments> places() {
        return IntStream.of(1, 2, 3, 4, 5, 63).boxed().flatMap(nodes -> IntStream.range(0, nodes)
                .boxed()
                .flatMap(place -> Stream.of(
                        arguments(nodes, false, place, nodes + 1), arguments(nodes, true, place, nodes + 1))));
    }

    @ParameterizedTest(name = "{3} nodes, witness {1}, at place {2}")
    @MethodSource("places")
    void whereNodesJoinAndLeaveVotesAreThoseOfSoManyNodes(int fewer, boolean witness, int place, int more) {
        Quorum grown = Quorum.of(fewer, witness).entered(place, 1);
        Quorum shrunk = Quorum.of(more, witness).left(place, 1);

        assertThat(votes(grown)).isEqualTo(votes(Quorum.of(more, witness)));
        assertThat(votes(shrunk)).isEqualTo(votes(Quorum.of(fewer, witness)));
    }

    @Test
    void nobodyWaitsForADownNodeThatHasLeft() {
        Quorum held = Quorum.of(3, false).lose(1, 1);

        Quorum free = held.left(1, 2);

        assertThat(List.of(held.mayDrain(0), held.mayDrain(2))).containsOnly(false);
        assertThat(List.of(free.mayDrain(0), free.mayDrain(1))).containsOnly(true);
    }

    @Test
    void aLeaveDoesNotMakeALossOfTheSameMinuteASimultaneousOne() {
        Quorum left = Quorum.of(3, false).left(2, 1);

        assertThat(left.lose(1, 1).serves()).isTrue();
    }

    @Test
    void aStoppedClusterRunsAgainWhenTheVotesThatAreMissedHaveLeft() {
        Quorum stopped = Quorum.of(3, false).lose(0, 1).lose(1, 1);

        Quorum stillStopped = stopped.left(0, 2);
        Quorum runsAgain = stillStopped.left(0, 3);

        assertThat(stillStopped.serves()).isFalse();
        assertThat(runsAgain.serves()).isTrue();
        assertThat(runsAgain.mayDrain(0)).isTrue();
    }

    @Test
    void aNewNodeDoesNotStartAStoppedCluster() {
        Quorum stopped = Quorum.of(3, false).lose(0, 1).lose(1, 1);

        Quorum larger = stopped.entered(3, 2);

        assertThat(larger.serves()).isFalse();
        assertThat(larger.join(0, 3).serves()).isTrue();
    }

    @Test
    void whereTheLastNodeThatRunsLeavesNobodyServes() {
        Quorum lastMan = Quorum.of(2, false).lose(1, 1);

        Quorum left = lastMan.left(0, 2);

        assertThat(lastMan.serves()).isTrue();
        assertThat(left.serves()).isFalse();
        assertThat(left.join(0, 3).serves()).isTrue();
    }

    @Test
    void anEmptyClusterBeginsAnewWithItsNextNode() {
        Quorum empty = Quorum.of(1, true).left(0, 1);

        Quorum again = empty.entered(0, 2);

        assertThat(empty.serves()).isFalse();
        assertThat(votes(again)).isEqualTo(votes(Quorum.of(1, true)));
        assertThat(again.mayDrain(0)).isTrue();
    }

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null ? LongStream.range(0, 50) : LongStream.of(one);
    }

    /// A node's place follows from its name, whoever comes and goes.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoIsUpStaysUpWhileOthersComeAndGo(long seed) {
        Random random = new Random(seed);
        Quorum quorum = Quorum.of(0, random.nextBoolean());
        TreeMap<Integer, Boolean> up = new TreeMap<>();
        for (int minute = 1; minute <= 200; minute++) {
            int name = up.isEmpty() || random.nextBoolean()
                    ? random.nextInt(Quorum.NODES_MAX)
                    : List.copyOf(up.keySet()).get(random.nextInt(up.size()));
            int place = up.headMap(name).size();
            if (!up.containsKey(name)) {
                up.put(name, true);
                quorum = quorum.entered(place, minute);
            } else if (random.nextInt(3) == 0) {
                up.remove(name);
                quorum = quorum.left(place, minute);
            } else {
                boolean comes = random.nextBoolean();
                up.put(name, comes);
                quorum = comes ? quorum.join(place, minute) : quorum.lose(place, minute);
            }
            assertThat(IntStream.range(0, quorum.nodes()).mapToObj(quorum::isUp))
                    .containsExactlyElementsOf(up.values());
        }
    }

    private static String votes(Quorum quorum) {
        return "%d nodes, up %x, votes %x, witness %s"
                .formatted(quorum.nodes(), quorum.up(), quorum.votes(), quorum.witnessVotes());
    }

    private static String verdict(List<Boolean> survived) {
        boolean all = survived.stream().allMatch(one -> one);
        boolean none = survived.stream().noneMatch(one -> one);
        return all && !survived.isEmpty() ? "yes" : none ? "no" : "half";
    }
}
