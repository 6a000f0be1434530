package io.hotfleet.simulator.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where the two services are and how long a call may take.
@ConfigMapping(prefix = "hotfleet")
interface ServiceConfig {
    Service licensing();

    Service patch();

    Call call();

    interface Service {
        URI url();
    }

    interface Call {
        /// One attempt, from the first byte sent to the last one received.
        @WithDefault("60s")
        Duration timeout();

        /// The same for sums over a whole fleet and for its removal.
        @WithDefault("10m")
        Duration wholeFleetTimeout();

        /// All attempts of one call together.
        @WithDefault("60s")
        Duration patience();

        @WithDefault("100ms")
        Duration firstPause();

        @WithDefault("5s")
        Duration longestPause();
    }
}
