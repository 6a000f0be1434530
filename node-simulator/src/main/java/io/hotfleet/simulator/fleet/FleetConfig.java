package io.hotfleet.simulator.fleet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits of live fleets.
@ConfigMapping(prefix = "hotfleet.live")
public interface FleetConfig {
    @WithDefault("1000")
    int fleetsMax();

    /// Inputs that one node takes in its life; a further one is answered 409.
    @WithDefault("10000")
    int inputsMax();

    /// Nodes kept in memory as they are now, all fleets together; others are rebuilt when someone looks.
    @WithDefault("256")
    int nodesInMemoryMax();

    /// How often fleets with a live clock exchange reports for commands with patch-service.
    @WithDefault("5s")
    Duration exchangeEvery();

    /// The longest pause after exchanges that failed.
    @WithDefault("5m")
    Duration exchangePauseMax();
}
