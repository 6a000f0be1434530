package io.hotfleet.scenarios.kubernetes;

import io.hotfleet.cli.Failure;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what a cluster does by itself.
public final class Waiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private Waiting() {}

    /// @param what completes "after so long …"
    /// @throws Failure where it does not happen in time
    public static void until(String what, Duration longest, BooleanSupplier happened) {
        long end = System.nanoTime() + longest.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw Failure.of("after %d s %s".formatted(longest.toSeconds(), what));
            }
            pause(LOOK_EVERY);
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }
}
