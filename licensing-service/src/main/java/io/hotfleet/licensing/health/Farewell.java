package io.hotfleet.licensing.health;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Sends clients away before the service goes: after SIGTERM it still answers for `quarkus.shutdown.delay`, and closes
/// each connection with its answer. A client that keeps its connection would else be refused when the delay is over.
@ApplicationScoped
class Farewell {
    private static final int EARLY = 400;

    private volatile boolean going;

    void go(@Observes ShutdownDelayInitiatedEvent event) {
        going = true;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::answer, EARLY);
    }

    private void answer(RoutingContext request) {
        if (going) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.next();
    }
}
