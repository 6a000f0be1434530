package io.hotfleet.patch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.patch.policy.Policy.Ring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingAssignmentTest {
    @ParameterizedTest
    @CsvSource({"100, 5, 20", "1, 1, 1", "3, 1, 1", "21, 2, 5", "10000, 500, 2000"})
    void sharesAreCumulativeAndRoundedUp(int units, int canary, int firstTwo) {
        Map<String, Integer> rings = RingAssignment.deal(names(units), policy(5, 20, 100), 1);

        assertThat(rings).hasSize(units);
        assertThat(Collections.frequency(rings.values(), 0)).isEqualTo(canary);
        assertThat(rings.values().stream().filter(ring -> ring < 2).count()).isEqualTo(firstTwo);
    }

    @Test
    void theOrderOfNamesDoesNotMatter() {
        List<String> shuffled = new ArrayList<>(names(100));
        Collections.reverse(shuffled);

        assertThat(RingAssignment.deal(shuffled, policy(5, 100), 1))
                .isEqualTo(RingAssignment.deal(names(100), policy(5, 100), 1));
    }

    @Test
    void anotherSeedDealsOtherUnits() {
        assertThat(RingAssignment.deal(names(100), policy(5, 100), 2))
                .isNotEqualTo(RingAssignment.deal(names(100), policy(5, 100), 1));
    }

    private static Collection<String> names(int units) {
        return IntStream.range(0, units).mapToObj("web-%05d"::formatted).toList();
    }

    private static Policy policy(double... shares) {
        List<Ring> rings = new ArrayList<>();
        for (double share : shares) {
            rings.add(new Ring("r" + share, share, 0));
        }
        return new Policy(null, null, 0, rings);
    }
}
