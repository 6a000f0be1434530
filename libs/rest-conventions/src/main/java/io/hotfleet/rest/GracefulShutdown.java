package io.hotfleet.rest;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.shutdown.ShutdownConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Sends clients away before the service goes: after SIGTERM it still answers for `quarkus.shutdown.delay`, and closes
/// each connection with its answer; after half that time, those on which nobody asks. When the delay is over, whoever
/// kept a connection would be answered 503.
@ApplicationScoped
class GracefulShutdown {
    private static final int EARLY = 400;

    /// Calls under way on each connection that is open.
    private final Map<HttpConnection, Integer> calls = new ConcurrentHashMap<>();

    private final Vertx vertx;
    private final long patienceMs;
    private volatile boolean going;
    private volatile boolean closing;

    GracefulShutdown(Vertx vertx, ShutdownConfig config) {
        this.vertx = vertx;
        this.patienceMs = config.delay().orElse(Duration.ZERO).toMillis() / 2;
    }

    void go(@Observes ShutdownDelayInitiatedEvent event) {
        going = true;
        if (patienceMs == 0) {
            closeIdle();
        } else {
            vertx.setTimer(patienceMs, timer -> closeIdle());
        }
    }

    void watch(@Observes Filters filters) {
        filters.register(this::answer, EARLY);
    }

    private void answer(RoutingContext call) {
        HttpConnection connection = call.request().connection();
        if (calls.putIfAbsent(connection, 0) == null) {
            connection.closeHandler(closed -> calls.remove(connection));
        }
        calls.computeIfPresent(connection, (open, count) -> count + 1);
        call.addEndHandler(ended -> ended(connection));
        if (going) {
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        call.next();
    }

    /// An answer that began before the end was told closes its connection when it is whole.
    private void ended(HttpConnection connection) {
        Integer open = calls.computeIfPresent(connection, (same, count) -> count - 1);
        if (closing && open != null && open == 0) {
            connection.close();
        }
    }

    private void closeIdle() {
        closing = true;
        calls.forEach((connection, count) -> {
            if (count == 0) {
                connection.close();
            }
        });
    }
}
