package io.hotfleet.node.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomsTest {
    @ParameterizedTest
    @CsvSource({"0.0, 0.8", "0.25, 0.9", "0.4999999, 1.0", "0.5, 1.0", "0.75, 1.25", "0.9999999, 1.5"})
    void factorIsOneAtTheMedianAndOneAndAHalfAtMost(double u, double factor) {
        assertThat(Randoms.factor(u)).isCloseTo(factor, within(1e-6));
    }

    @Test
    void drawsAreSpreadEvenlyOverMachines() {
        int[] tenths = new int[10];

        IntStream.range(0, 100_000)
                .mapToDouble(i -> Randoms.uniform(1, Randoms.key("web-" + i), Randoms.key("KB5050009"), 1))
                .forEach(u -> tenths[(int) (u * 10)]++);

        assertThat(IntStream.of(tenths).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
    }

    @Test
    void eachArgumentChangesTheDraw() {
        double draw = Randoms.uniform(1, 2, 3, 4);

        assertThat(IntStream.of(0, 1, 2, 3)
                        .mapToDouble(
                                i -> Randoms.uniform(i == 0 ? 9 : 1, i == 1 ? 9 : 2, i == 2 ? 9 : 3, i == 3 ? 9 : 4)))
                .doesNotContain(draw)
                .doesNotHaveDuplicates();
    }

    @Test
    void aDrawNeverChangesBetweenReleasesOfTheSimulator() {
        assertThat(Randoms.uniform(1, Randoms.key("web-001"), Randoms.key("KB5050009"), 2))
                .isEqualTo(PINNED);
    }

    @Test
    void secondsOfTheMedianAreTheMedianOfTheSeconds() {
        int[] draws = IntStream.range(0, 10_001)
                .map(i -> Randoms.seconds(1_500, 7, Randoms.key("n" + i), 5, 1))
                .sorted()
                .toArray();

        assertThat(draws[5_000]).isBetween(1_490, 1_510);
        assertThat(draws[0]).isBetween(1_200, 1_202);
        assertThat(draws[10_000]).isBetween(2_245, 2_250);
    }

    private static final double PINNED = 0.2328985231478068;
}
