package io.hotfleet.patch.rollout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How often live fleets have their turn, and how many.
@ConfigMapping(prefix = "hotfleet.scheduler")
interface ControllerConfig {
    /// Real time between two rounds.
    @WithDefault("500")
    int tickMs();

    /// Fleets in a round, in order of id; the following round goes on after the last one.
    @WithDefault("200")
    int fleetsMax();
}
