package io.hotfleet.simulator.host.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.simulator.host.vote.VoteAsk.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nodes fall, return, forget, are cut off, hand over, gain and lose votes, at random; the seed is in the test's name.
class RandomElectionsTest {
    private static final int RUNS = 10;
    private static final int STEPS = 300;
    private static final long SETTLING_MS = 10_000;
    private static final List<String> NODES = List.of("a", "b", "c", "d", "e");

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {1, 1_001, 2_001, 3_001})
    void neverDoTwoServeAndAllSettleInTheEnd(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            Random random = new Random(seed);
            Ring ring = new Ring("a", "b", "c");
            for (int step = 0; step < STEPS; step++) {
                disturb(ring, random);
                ring.run(100L * random.nextInt(12));
                assertThat(ring.serving()).as("seed %d, step %d", seed, step).hasSizeLessThanOrEqualTo(1);
            }
            NODES.forEach(ring::join);
            NODES.stream().filter(node -> !ring.up.containsKey(node)).forEach(ring::start);
            ring.run(SETTLING_MS);
            assertThat(ring.serving()).as("seed %d, at the end", seed).hasSize(1);
        }
    }

    private static void disturb(Ring ring, Random random) {
        String node = NODES.get(random.nextInt(NODES.size()));
        boolean up = ring.up.containsKey(node);
        Set<String> serving = ring.serving();
        switch (random.nextInt(10)) {
            case 0 -> ring.stop(node);
            case 1, 2 -> {
                if (!up) {
                    ring.start(node);
                }
            }
            case 3 -> ring.cut(node);
            case 4, 5 -> ring.join(node);
            case 6 -> serving.forEach(owner -> ring.up.get(owner).seat(node, random.nextBoolean(), ring.nowMs));
            case 7 -> {
                boolean reached = up && serving.stream().anyMatch(owner -> ring.reaches(owner, node));
                if (reached) {
                    ring.stand(node, Kind.HANDOVER);
                }
            }
            default -> {
                if (!up) {
                    ring.forget(node);
                }
            }
        }
    }
}
