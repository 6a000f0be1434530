package io.hotfleet.clusternode.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nodes fall, return, forget, are cut off, give up, take over, gain votes and leave for good, and one message in ten
/// is lost, all at random; the seed is in the test's name.
class RandomElectionsTest {
    private static final int RUNS = 100;
    private static final int STEPS = 300;
    private static final long SETTLING_MS = 10_000;
    private static final List<String> NODES = List.of("a", "b", "c", "d", "e");
    private static final int LEFT_MIN = 2;

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {1, 1_001, 2_001, 3_001})
    void neverDoTwoServeAndAllSettleInTheEnd(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            Random random = new Random(seed);
            Ring ring = new Ring("a", "b", "c");
            Disturber disturber = new Disturber(ring, random, new TreeSet<>(), new ArrayList<>());
            ring.arrives = () -> random.nextInt(10) > 0;
            for (int step = 0; step < STEPS; step++) {
                disturber.disturb();
                ring.run(100L * random.nextInt(12));
                assertThat(ring.serving()).as("seed %d, step %d", seed, step).hasSizeLessThanOrEqualTo(1);
            }
            ring.arrives = () -> true;
            disturber.mend();
            ring.run(SETTLING_MS);
            assertThat(ring.serving()).as("seed %d, at the end", seed).hasSize(1);
        }
    }

    /// @param gone nodes that have left for good
    /// @param words of owners that gave up, which any node may hear late, or again
    private record Disturber(Ring ring, Random random, Set<String> gone, List<OwnerBeat> words) {
        void disturb() {
            String node = NODES.get(random.nextInt(NODES.size()));
            if (gone.contains(node)) {
                return;
            }
            boolean up = ring.up.containsKey(node);
            switch (random.nextInt(13)) {
                case 0 -> ring.stop(node);
                case 1, 2 -> start(node, up);
                case 3 -> ring.cut(node);
                case 4, 5 -> ring.join(node);
                case 6 ->
                    ring.serving()
                            .forEach(owner ->
                                    ring.up.get(owner).ownership().seat(node, random.nextBoolean(), ring.nowMs));
                case 7 -> ring.serving().forEach(owner -> ring.giveUp(owner).ifPresent(words::add));
                case 8, 9 -> hear(node, up);
                case 10, 11 -> leave(node, up);
                default -> forget(node, up);
            }
        }

        /// Nodes that left stay away: the cluster must not count on them.
        void mend() {
            for (String node : NODES) {
                ring.join(node);
                if (!gone.contains(node) && !ring.up.containsKey(node)) {
                    ring.start(node);
                }
            }
            // who gave up and found nobody knows that it does not own the role
            ring.up.values().forEach(elector -> {
                if (elector.ownership().giveUp(ring.nowMs).isPresent()) {
                    elector.ownership().handedOver(ring.nowMs);
                }
            });
        }

        private void start(String node, boolean up) {
            if (!up) {
                ring.start(node);
            }
        }

        private void hear(String node, boolean up) {
            Optional<OwnerBeat> word = words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(words.get(Math.max(0, words.size() - 1 - random.nextInt(3))));
            if (up && word.isPresent()) {
                ring.takeOver(node, word.get());
            }
        }

        private void leave(String node, boolean up) {
            if (up && NODES.size() - gone.size() > LEFT_MIN && ring.leave(node)) {
                gone.add(node);
            }
        }

        private void forget(String node, boolean up) {
            if (!up) {
                ring.forget(node);
            }
        }
    }
}
