package io.hotfleet.simulator.client;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.time.Duration;

/// A service could not be reached, or said that it cannot answer now, for as long as we had patience.
public final class ServiceUnavailable extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 5;

    public ServiceUnavailable(String service, String address, String last) {
        super(
                ProblemType.SERVICE_UNAVAILABLE,
                service + " at " + address + " does not answer: " + last,
                Duration.ofSeconds(RETRY_AFTER_SECONDS));
    }
}
