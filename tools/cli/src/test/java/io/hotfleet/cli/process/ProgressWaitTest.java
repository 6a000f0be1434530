package io.hotfleet.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressWaitTest {

    private static final WaitLimits LIMITS = new WaitLimits(Duration.ofSeconds(60), Duration.ofMinutes(20));
    private static final LongUnaryOperator NOTHING = _ -> 0;

    private final SteppedTime time = new SteppedTime();
    private final List<String> told = new ArrayList<>();

    @Test
    void aSlowStartThatSaysSomethingNowAndThenIsNoError() {
        wait(seconds -> seconds / 50, NOTHING).until(() -> time.seconds() >= 1_000);

        assertThat(time.seconds()).isBetween(1_000L, 1_001L);
    }

    @Test
    void aSlowStartThatComputesInSilenceIsNoError() {
        wait(NOTHING, seconds -> seconds * 50).until(() -> time.seconds() >= 1_000);

        assertThat(time.seconds()).isBetween(1_000L, 1_001L);
    }

    @Test
    void whatOnlyLivesIsGivenUp() {
        ProgressWait wait = wait(NOTHING, seconds -> seconds * 5);

        assertThatThrownBy(() -> wait.until(() -> false))
                .isInstanceOf(Failure.class)
                .hasMessage("waited 60 s for the moon, the last 60 s without progress"
                        + " (HOTFLEET_IDLE_SECONDS and HOTFLEET_WAIT_SECONDS are the limits): it");
    }

    @Test
    void whatGoesOnForeverIsGivenUp() {
        ProgressWait wait = wait(seconds -> seconds, NOTHING);

        assertThat(wait.comesAbout(() -> false)).isFalse();
        assertThat(time.seconds()).isBetween(1_200L, 1_201L);
    }

    @Test
    void aLongWaitTellsWhatItIsFor() {
        wait(seconds -> seconds, NOTHING).until(() -> time.seconds() >= 70);

        assertThat(told)
                .containsExactly("waiting for the moon, 30 s so far: it", "waiting for the moon, 60 s so far: it");
    }

    @Test
    void whatCannotComeAboutEndsTheWait() {
        ProgressWait wait = wait(NOTHING, NOTHING);

        assertThatThrownBy(() -> wait.until(() -> {
                    throw Failure.of("it has ended");
                }))
                .hasMessage("it has ended");
        assertThat(time.seconds()).isZero();
    }

    @Test
    void aProcessIsSeenToWrite(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder("sh", "-c", "echo four; read -r _")
                .redirectOutput(log.toFile())
                .start();
        ProcessActivity activity = new ProcessActivity(process.toHandle(), log);

        new ProgressWait("a word", activity).until(() -> activity.outputBytes() == 5);
        process.getOutputStream().close();
        process.waitFor();

        assertThat(Files.readString(log)).isEqualTo("four\n");
    }

    @Test
    void aProcessIsSeenToComputeAlsoThroughItsChildren(@TempDir Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done' & read -r _; kill $!").start();
        ProcessActivity activity = new ProcessActivity(process.toHandle(), folder.resolve("none"));

        new ProgressWait("a computation", activity)
                .until(() -> activity.processorTime().toMillis() >= 100);
        process.getOutputStream().close();

        assertThat(process.waitFor()).isZero();
    }

    private ProgressWait wait(LongUnaryOperator bytesAfterSeconds, LongUnaryOperator processorMillisAfterSeconds) {
        Activity activity = new Activity() {
            @Override
            public long outputBytes() {
                return bytesAfterSeconds.applyAsLong(time.seconds());
            }

            @Override
            public Duration processorTime() {
                return Duration.ofMillis(processorMillisAfterSeconds.applyAsLong(time.seconds()));
            }

            @Override
            public String shown() {
                return "it";
            }
        };
        return new ProgressWait("the moon", activity, LIMITS, told::add, time);
    }

    /// Passes as far as it is told to, and at once.
    private static final class SteppedTime implements ProgressWait.Time {

        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pause(Duration duration) {
            nanos += duration.toNanos();
        }

        long seconds() {
            return nanos / 1_000_000_000;
        }
    }
}
