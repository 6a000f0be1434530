package io.hotfleet.patch.rollout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Where rollouts are told of, beside the log.
@ConfigMapping(prefix = "hotfleet.events")
interface EventConfig {
    enum Kubernetes {
        /// In a pod.
        AUTO,
        ON,
        OFF
    }

    @WithDefault("auto")
    Kubernetes kubernetes();

    /// The Deployment that Events are about, so that `kubectl events --for` finds them.
    @WithDefault("patch-service")
    String deployment();

    @WithDefault("${HOSTNAME:patch-service}")
    String instance();

    /// The Deployment's; without it, the namespace that the pod runs in.
    Optional<String> namespace();
}
