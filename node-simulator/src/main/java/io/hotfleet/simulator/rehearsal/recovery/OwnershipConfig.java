package io.hotfleet.simulator.rehearsal.recovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Who this simulator is, and for how long it may be silent.
@ConfigMapping(prefix = "hotfleet.owner")
interface OwnershipConfig {
    /// The same after a restart; in Kubernetes the pod's name.
    @WithDefault("simulator")
    String name();

    @WithDefault("5s")
    Duration heardEvery();

    /// Longer than a database may be away without harm.
    @WithDefault("60s")
    Duration silenceMax();

    /// Whether rehearsals whose simulator has ended are played again, else they fail.
    @WithDefault("false")
    boolean replay();
}
