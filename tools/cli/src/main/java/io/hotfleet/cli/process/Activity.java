package io.hotfleet.cli.process;

import java.time.Duration;

/// What can be seen of somebody who is waited for.
public interface Activity {

    /// Somebody of whom nothing can be seen.
    Activity UNSEEN = new Activity() {
        @Override
        public long outputBytes() {
            return System.nanoTime();
        }

        @Override
        public Duration processorTime() {
            return Duration.ZERO;
        }

        @Override
        public String shown() {
            return "";
        }
    };

    /// Grows with what it says.
    long outputBytes();

    /// Grows with what it computes.
    Duration processorTime();

    /// For people: who it is, and where to read more; empty where there is nothing to say.
    String shown();
}
