package io.hotfleet.simulator.fleet.sharding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hotfleet.node.memory.Samples;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShardTest {
    private static final int REPLICAS_MAX = 10;
    private static final int RUNS = 10;
    private static final int NODES = 10_000;
    /// Fair draws are further from their mean less than once in a million times.
    private static final double DEVIATIONS_MAX = 5;

    /// Simulators of two versions must not disagree.
    @ParameterizedTest
    @CsvSource({
        "1, web-1, 0 1 2 2 2 5",
        "1, web-2, 0 1 1 1 4 5",
        "1, web-3, 0 0 2 2 2 2",
        "1, sql-c-1, 0 0 2 2 2 2",
        "2, web-1, 0 0 0 0 4 4",
        "2, web-2, 0 1 1 1 1 1",
    })
    void aNodesPlaceNeverChangesBetweenReleases(long fleet, String node, String ordinals) {
        List<String> owners = IntStream.rangeClosed(1, 6)
                .mapToObj(replicas -> Integer.toString(owner(replicas, fleet, node)))
                .toList();

        assertThat(String.join(" ", owners)).isEqualTo(ordinals);
    }

    @Test
    void aloneASimulatorHasEveryNode() {
        assertThat(IntStream.range(0, 1_000)).allMatch(i -> Shard.ALL.has(i, "web-" + i));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1", "7, 3"})
    void whoIsToGoHasNothing(int ordinal, int replicas) {
        Shard share = new Shard(ordinal, replicas);

        assertThat(IntStream.range(0, 1_000)).noneMatch(i -> share.has(1, "web-" + i));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, -1"})
    void negativeNumbersAreRefused(int ordinal, int replicas) {
        assertThatThrownBy(() -> new Shard(ordinal, replicas)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0} (replay with -Dhotfleet.seed={0})")
    @MethodSource("seeds")
    void everyNodeIsOneSimulatorsWhateverTheirNumber(long seed) {
        Fleet fleet = Fleet.drawn(seed);

        for (int replicas = 1; replicas <= REPLICAS_MAX; replicas++) {
            int count = replicas;
            assertThat(fleet.nodes()).allMatch(node -> holders(count, fleet.number(), node) == 1);
        }
    }

    @ParameterizedTest(name = "seed {0} (replay with -Dhotfleet.seed={0})")
    @MethodSource("seeds")
    void sharesAreEqualButForChance(long seed) {
        Fleet fleet = Fleet.drawn(seed);

        for (int replicas = 1; replicas <= REPLICAS_MAX; replicas++) {
            double part = 1.0 / replicas;
            double deviation = Math.sqrt(NODES * part * (1 - part));
            for (int ordinal = 0; ordinal < replicas; ordinal++) {
                Shard share = new Shard(ordinal, replicas);
                long has = fleet.nodes().stream()
                        .filter(node -> share.has(fleet.number(), node))
                        .count();
                assertThat((double) has)
                        .as("nodes of %s", share)
                        .isCloseTo(NODES * part, within(DEVIATIONS_MAX * deviation));
            }
        }
    }

    @ParameterizedTest(name = "seed {0} (replay with -Dhotfleet.seed={0})")
    @MethodSource("seeds")
    void oneMoreSimulatorTakesAndOneLessGivesAndNothingElseMoves(long seed) {
        Fleet fleet = Fleet.drawn(seed);

        for (int replicas = 1; replicas < REPLICAS_MAX; replicas++) {
            int fewer = replicas;
            int more = replicas + 1;
            assertThat(fleet.nodes()).allMatch(node -> {
                int there = owner(more, fleet.number(), node);
                return there == more - 1 || there == owner(fewer, fleet.number(), node);
            });
        }
    }

    @Test
    void fleetsAreSharedIndependently() {
        Shard share = new Shard(0, 2);

        long agreeing = IntStream.range(0, NODES)
                .filter(i -> share.has(1, "web-" + i) == share.has(2, "web-" + i))
                .count();

        assertThat(agreeing).isBetween(NODES / 2 - 250L, NODES / 2 + 250L);
    }

    static LongStream seeds() {
        return Samples.seeds(RUNS);
    }

    private static int owner(int replicas, long fleet, String node) {
        return IntStream.range(0, replicas)
                .filter(ordinal -> new Shard(ordinal, replicas).has(fleet, node))
                .findFirst()
                .orElseThrow();
    }

    private static long holders(int replicas, long fleet, String node) {
        return IntStream.range(0, replicas)
                .filter(ordinal -> new Shard(ordinal, replicas).has(fleet, node))
                .count();
    }

    /// Names as people give them: a word and a running number.
    private record Fleet(long number, List<String> nodes) {
        static Fleet drawn(long seed) {
            Random random = new Random(seed);
            String word = List.of("web-", "dc", "sql-c-", "n", "host.example-").get(random.nextInt(5));
            int first = random.nextInt(1_000_000);
            return new Fleet(
                    1 + random.nextInt(1_000),
                    IntStream.range(first, first + NODES)
                            .mapToObj(i -> word + i)
                            .toList());
        }
    }
}
