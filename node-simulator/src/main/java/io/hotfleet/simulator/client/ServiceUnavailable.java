package io.hotfleet.simulator.client;

import io.hotfleet.simulator.web.Refused;

/// A service could not be reached, or said that it cannot answer now, for as long as we had patience.
public final class ServiceUnavailable extends Refused {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 5;

    public ServiceUnavailable(String service, String address, String last) {
        super("service-unavailable", service + " at " + address + " does not answer: " + last, RETRY_AFTER_SECONDS);
    }
}
