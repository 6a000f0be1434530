package io.hotfleet.cli.client;

import java.time.Duration;

/// The pauses between tries: each twice as long as the one before, up to some seconds, for as long as there is
/// patience.
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration patience;
    private final long beginNanos = System.nanoTime();
    private Duration next = FIRST;

    /// @param patience from now on
    public Backoff(Duration patience) {
        this.patience = patience;
    }

    /// Whether another try begins within the patience.
    public boolean allowsAnother() {
        return Duration.ofNanos(System.nanoTime() - beginNanos).plus(next).compareTo(patience) <= 0;
    }

    boolean isFirst() {
        return next.equals(FIRST);
    }

    /// How long to wait before the next try.
    public Duration next() {
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
