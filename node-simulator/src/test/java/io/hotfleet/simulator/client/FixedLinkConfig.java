package io.hotfleet.simulator.client;

import java.net.URI;
import java.time.Duration;

/// Both services at one address.
record FixedLinkConfig(URI address, Duration patience) implements ServiceConfig {
    @Override
    public Service licensing() {
        return () -> address;
    }

    @Override
    public Service patch() {
        return () -> address;
    }

    @Override
    public Call call() {
        return new FixedCall(
                Duration.ofSeconds(10), Duration.ofSeconds(10), patience, Duration.ofMillis(1), Duration.ofMillis(10));
    }

    private record FixedCall(
            Duration timeout, Duration wholeFleetTimeout, Duration patience, Duration firstPause, Duration longestPause)
            implements Call {}
}
