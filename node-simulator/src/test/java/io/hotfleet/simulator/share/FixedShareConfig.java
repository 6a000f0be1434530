package io.hotfleet.simulator.share;

import java.time.Duration;

record FixedShareConfig(By by, String pod, Duration countEvery, int replicasMax) implements ShareConfig {
    static final FixedShareConfig DEFAULTS = new FixedShareConfig(By.AUTO, "simulator", Duration.ofSeconds(2), 10);
}
