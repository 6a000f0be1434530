package io.hotfleet.simulator.fleet.sharding;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.time.Duration;

/// The API server does not answer, or not what it was asked.
final class KubernetesUnavailable extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 5;

    KubernetesUnavailable(String said) {
        super(ProblemType.KUBERNETES_UNAVAILABLE, said, Duration.ofSeconds(RETRY_AFTER_SECONDS));
    }
}
