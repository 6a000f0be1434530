package io.hotfleet.patch.catalog;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// The service has started once it could read its catalogue. Readiness afterwards asks the database, and whether there
/// is room.
@Startup
@ApplicationScoped
class CatalogueHealth implements AsyncHealthCheck {
    private static final String NAME = "catalogue";

    private final Catalogues catalogues;

    CatalogueHealth(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    void measure(@Observes StartupEvent start, MeterRegistry metrics) {
        metrics.gauge("hotfleet.patch.releases", catalogues, held -> held.last()
                .rows()
                .size());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return catalogues
                .current()
                .map(catalogue -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("releases", catalogue.rows().size())
                        .build())
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
