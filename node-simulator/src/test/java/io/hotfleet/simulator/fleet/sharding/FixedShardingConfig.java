package io.hotfleet.simulator.fleet.sharding;

import java.time.Duration;

record FixedShardingConfig(By by, String pod, Duration countEvery, int replicasMax) implements ShardingConfig {
    static final FixedShardingConfig DEFAULTS =
            new FixedShardingConfig(By.AUTO, "simulator", Duration.ofSeconds(2), 10);
}
