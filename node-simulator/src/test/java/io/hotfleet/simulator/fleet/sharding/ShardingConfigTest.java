package io.hotfleet.simulator.fleet.sharding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.simulator.fleet.sharding.ShardingConfig.By;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShardingConfigTest {
    @Test
    void defaults() {
        ShardingConfig config = read(new SmallRyeConfigBuilder());

        assertThat(config.by()).isEqualTo(By.AUTO);
        assertThat(config.pod()).isEqualTo("simulator");
        assertThat(config.countEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.replicasMax()).isEqualTo(10);
    }

    @Test
    void thePodIsTheOwnerOfRehearsals() {
        ShardingConfig config =
                read(new SmallRyeConfigBuilder().withDefaultValue("hotfleet.owner.name", "node-simulator-1"));

        assertThat(config.pod()).isEqualTo("node-simulator-1");
    }

    private static ShardingConfig read(SmallRyeConfigBuilder builder) {
        return builder.addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(ShardingConfig.class)
                .build()
                .getConfigMapping(ShardingConfig.class);
    }
}
