package io.hotfleet.node.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final String[] MACHINES = {"a", "b"};

    @Test
    void orderOfArrivalBetweenBarriersDoesNotMatter() {
        History first = new History("HOTPATCH", MACHINES);
        History second = new History("HOTPATCH", MACHINES);

        first.add(5, 0, 1, 1);
        first.add(7, 1, 1, 2);
        first.settle(10);
        first.add(12, 0, 2, 1);
        second.add(12, 0, 2, 1);
        second.add(7, 1, 1, 2);
        second.add(5, 0, 1, 1);

        assertThat(first.close()).isEqualTo(second.close());
        assertThat(first.events()).isEqualTo(3);
    }

    @Test
    void everyPartOfAnEventCounts() {
        assertThat(List.of(
                        digest("HOTPATCH", 5, 0, 1, 1),
                        digest("CUMULATIVE", 5, 0, 1, 1),
                        digest("HOTPATCH", 6, 0, 1, 1),
                        digest("HOTPATCH", 5, 1, 1, 1),
                        digest("HOTPATCH", 5, 0, 2, 1),
                        digest("HOTPATCH", 5, 0, 1, 2)))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAnEventBeforeThePassedBarrier() {
        History history = new History("HOTPATCH", MACHINES);
        history.settle(10);

        assertThatThrownBy(() -> history.add(9, 0, 1, 1)).hasMessageContaining("barrier 10");
    }

    @Test
    void combinedDigestDependsOnTheOrderOfThePlays() {
        assertThat(History.combine(List.of("a", "b"))).isNotEqualTo(History.combine(List.of("b", "a")));
    }

    private static String digest(String play, long minute, int machine, int seq, int outcome) {
        History history = new History(play, MACHINES);
        history.add(minute, machine, seq, outcome);
        return history.close();
    }
}
