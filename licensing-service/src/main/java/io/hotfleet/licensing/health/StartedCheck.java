package io.hotfleet.licensing.health;

import io.hotfleet.licensing.entitlement.SigningKeys;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// Started is who has migrated the schema and holds a key to sign with.
@Startup
final class StartedCheck implements HealthCheck {
    private final SigningKeys keys;

    StartedCheck(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Schema migrated, signing key loaded")
                .status(keys.isReady())
                .build();
    }
}
