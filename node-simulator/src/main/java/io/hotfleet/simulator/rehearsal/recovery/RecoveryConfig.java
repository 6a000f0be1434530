package io.hotfleet.simulator.rehearsal.recovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits of replays; `hotfleet.owner.replay` says whether there are any.
@ConfigMapping(prefix = "hotfleet.replay")
public interface RecoveryConfig {
    /// A request as it is kept, compressed. A larger one is played once.
    @WithDefault("16777216")
    int requestBytesMax();

    /// The first play counts.
    @WithDefault("3")
    int playsMax();

    /// How often a simulator looks for rehearsals that nobody plays.
    @WithDefault("5s")
    Duration lookEvery();
}
