package io.hotfleet.simulator.fleet.sharding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How simulators find out how many they are.
@ConfigMapping(prefix = "hotfleet.share")
interface ShardingConfig {
    enum By {
        /// A StatefulSet in a Kubernetes pod whose name ends in an ordinal, else nobody.
        AUTO,
        STATEFUL_SET,
        /// This simulator is the only one.
        NOBODY
    }

    @WithDefault("auto")
    By by();

    /// Name of this simulator's pod: that of its StatefulSet, a dash, its ordinal.
    @WithDefault("${hotfleet.owner.name:simulator}")
    String pod();

    /// How often the StatefulSet is asked.
    @WithDefault("2s")
    Duration countEvery();

    /// The most that may be asked for here; another hand may scale further.
    @WithDefault("10")
    int replicasMax();
}
