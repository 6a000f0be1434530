package io.hotfleet.simulator.packages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What nodes trust.
@ConfigMapping(prefix = "hotfleet.seal")
interface TrustConfig {
    /// The root in PEM. Without it the first answer of patch-service counts, and no other one later.
    Optional<Path> root();

    /// A finding holds for this long, then the package is fetched and verified again: it may have been revoked.
    @WithDefault("15m")
    Duration recheckAfter();

    /// Findings that are kept.
    @WithDefault("1000")
    int findingsMax();
}
