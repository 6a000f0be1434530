package io.hotfleet.simulator.fleet.sharding;

import io.hotfleet.simulator.web.Refused;

/// The API server does not answer, or not what it was asked.
final class KubernetesUnavailable extends Refused {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 5;

    KubernetesUnavailable(String said) {
        super("kubernetes-unavailable", said, RETRY_AFTER_SECONDS);
    }
}
