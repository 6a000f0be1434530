package io.hotfleet.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Refuses an announced body that is too large before the server does, which would answer without a problem body.
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_ALL_OTHERS = 1_000;

    private final long bytesMax;
    private final ObjectMapper json;

    BodyLimit(VertxHttpConfig server, ObjectMapper json) {
        this.bytesMax =
                server.limits().maxBodySize().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext exchange) {
        if (announced(exchange) <= bytesMax) {
            exchange.next();
            return;
        }
        String detail = "The body is larger than the %,d bytes that this service takes.".formatted(bytesMax);
        exchange.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(text(Problem.of(ProblemType.TOO_LARGE, detail)))
                .onComplete(_ -> exchange.request().connection().close());
    }

    private static long announced(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
