package io.hotfleet.simulator.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits of rehearsals.
@ConfigMapping(prefix = "hotfleet.rehearsal")
interface RehearsalConfig {
    /// Rehearsals under way at once; a further one is answered 503.
    @WithDefault("2")
    int runningMax();

    @WithDefault("15s")
    Duration retryAfter();

    /// Attempts to remove the fleets of a rehearsal from the services, each with the link's own patience.
    @WithDefault("5")
    int removalAttemptsMax();

    @WithDefault("10s")
    Duration removalPause();

    /// How often a running rehearsal tells its progress.
    @WithDefault("500ms")
    Duration progressEvery();
}
