package io.hotfleet.patch.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// No work for a service that would refuse it. It tells of this moment alone: how many such answers in a row count is
/// the probe's to say (`failureThreshold`).
@Readiness
@ApplicationScoped
class ConcurrencyCheck implements HealthCheck {
    private final ConcurrencyLimit limit;

    ConcurrencyCheck(ConcurrencyLimit limit) {
        this.limit = limit;
    }

    @Override
    public HealthCheckResponse call() {
        int left = limit.left();
        return HealthCheckResponse.named("room for steps")
                .status(left > 0)
                .withData("left", left)
                .build();
    }
}
