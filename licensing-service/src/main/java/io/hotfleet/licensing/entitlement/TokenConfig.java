package io.hotfleet.licensing.entitlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long signed things live.
@ConfigMapping(prefix = "hotfleet.licensing.token")
interface TokenConfig {
    /// How long an entitlement of a live fleet holds, in real time and in the fleet's; a rehearsal says until when.
    @WithDefault("PT24H")
    Duration liveValidity();

    /// A start finds the newest key older than this: it makes another one. Old ones stay published.
    @WithDefault("P90D")
    Duration rotateAfter();
}
