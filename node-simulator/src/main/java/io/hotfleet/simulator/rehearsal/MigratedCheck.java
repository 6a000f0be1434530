package io.hotfleet.simulator.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// Migrations run before the server listens: whoever gets an answer finds them done.
@Startup
@ApplicationScoped
final class MigratedCheck implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("Database migrated");
    }
}
