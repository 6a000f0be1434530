package io.hotfleet.licensing.web;

import io.quarkus.logging.Log;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place that turns exceptions into problem documents.
final class Problems {
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    /// Connection failure, transaction rolled back (a deadlock), insufficient resources, operator intervention.
    private static final String PASSING_CLASSES = "08|40|53|57";

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return answer(refusal.problem());
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        Response response = e.getResponse();
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        String phrase = response.getStatusInfo().getReasonPhrase();
        String code = phrase.toLowerCase(Locale.ROOT).replace(' ', '-');
        return answer(Problem.of(status, code, phrase, null));
    }

    @ServerExceptionMapper
    Response database(PgException e) {
        String state = e.getSqlState() == null ? "" : e.getSqlState();
        if (state.equals(UNIQUE_VIOLATION)) {
            return answer(Problem.of(409, "conflict", "The key is taken", e.getDetail()));
        }
        if (state.equals(FOREIGN_KEY_VIOLATION)) {
            return answer(Problem.of(404, "fleet-not-found", "Not found", "The fleet was deleted meanwhile."));
        }
        if (state.length() > 2 && state.substring(0, 2).matches(PASSING_CLASSES)) {
            return unavailable(e);
        }
        return unexpected(e);
    }

    @ServerExceptionMapper
    Response unreachable(IOException e) {
        return unavailable(e);
    }

    /// The pool's words where it has no connection to give.
    @ServerExceptionMapper
    Response exhausted(NoStackTraceThrowable e) {
        return "Timeout".equals(e.getMessage()) ? unavailable(e) : unexpected(e);
    }

    @ServerExceptionMapper(priority = 10_000)
    Response unexpected(Throwable e) {
        Log.error("A request failed for a reason that is ours", e);
        return answer(Problem.of(500, "internal", "Internal error", "The fault is logged here under this time."));
    }

    private static Response unavailable(Throwable e) {
        Log.warnf("The database does not answer: %s", e.getMessage());
        Problem problem = Problem.of(
                UNAVAILABLE, "database-unavailable", "The database does not answer", "Repeat the call a little later.");
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return (problem.status() == UNAUTHORIZED ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : answer)
                .build();
    }
}
