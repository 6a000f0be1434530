package io.hotfleet.patch.catalog;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Hands the seed to Flyway.
@ApplicationScoped
class SeedAtStart implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.javaMigrations(new SeedMigration(ShippedFile.text()));
    }
}
