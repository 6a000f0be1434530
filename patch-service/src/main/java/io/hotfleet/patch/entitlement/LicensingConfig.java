package io.hotfleet.patch.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where licensing-service is, and how its keys are kept.
@ConfigMapping(prefix = "hotfleet.licensing")
interface LicensingConfig {
    @WithDefault("http://127.0.0.1:8081")
    String url();

    /// An unknown key is looked for no more often than this: a flood of forged lists must not become one of requests.
    @WithDefault("1s")
    Duration keysPause();
}
