package io.hotfleet.node.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.node.memory.Samples;
import org.junit.jupiter.api.Test;

class RandomNodeTest {
    private static final int RUNS = 1_000;
    private static final int TWICE_EVERY = 100;

    @Test
    void everyRunKeepsTheInvariantsAndSettles() {
        Samples.seeds(RUNS).parallel().forEach(seed -> {
            try {
                RandomRun run = new RandomRun(seed);
                run.play();
                run.settle();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + " (replay with -Dhotfleet.seed=" + seed + ")", e);
            }
        });
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        Samples.seeds(RUNS).filter(seed -> seed % TWICE_EVERY == 0).forEach(seed -> {
            RandomRun once = new RandomRun(seed);
            RandomRun twice = new RandomRun(seed);

            once.play();
            twice.play();

            assertThat(twice.story()).as("seed %d", seed).isEqualTo(once.story());
        });
    }

    @Test
    void theRunsMeetEveryFailureAndState() {
        Coverage coverage = new Coverage();

        for (long seed = 0; seed < RUNS && !coverage.isComplete(); seed++) {
            RandomRun run = new RandomRun(seed);
            run.watch(coverage);
            run.play();
        }

        assertThat(coverage.missing()).isEmpty();
    }
}
