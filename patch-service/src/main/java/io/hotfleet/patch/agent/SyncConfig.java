package io.hotfleet.patch.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much is taken on at once.
@ConfigMapping(prefix = "hotfleet.steps")
interface SyncConfig {
    /// Steps in flight over all fleets; each holds a transaction or waits for one. One more is refused with 503.
    @WithDefault("16")
    int inFlightMax();
}
