package io.hotfleet.patch.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static String verdict(List<Boolean> survived) {
        boolean all = survived.stream().allMatch(one -> one);
        boolean none = survived.stream().noneMatch(one -> one);
        return all && !survived.isEmpty() ? "yes" : none ? "no" : "half";
    }
}
