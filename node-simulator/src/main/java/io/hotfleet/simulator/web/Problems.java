package io.hotfleet.simulator.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every exception that reaches the rim into a problem document.
final class Problems {
    private static final int DATABASE_AGAIN_SECONDS = 2;

    @ServerExceptionMapper
    Response refused(Refused e) {
        Response.ResponseBuilder answer = answer(e.problem());
        if (e.retryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds());
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        String detail = "The body is not the JSON wanted" + where + ": " + e.getOriginalMessage();
        return answer(Problem.of(400, "bad-request", "The request is not valid", detail, null))
                .build();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        Response given = e.getResponse();
        if (given.hasEntity()) {
            return given;
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        String title = given.getStatusInfo().getReasonPhrase();
        String code = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        Response.ResponseBuilder answer = answer(Problem.of(given.getStatus(), code, title, null, null));
        Object allow = given.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response any(Throwable e) {
        return switch (DatabaseFault.of(e)) {
            case UNREACHABLE -> {
                Log.warnf("The database does not answer: %s", e.getMessage());
                yield refused(new Refused(
                        "database-unavailable", "The database does not answer; try again", DATABASE_AGAIN_SECONDS));
            }
            case FLEET_GONE ->
                refused(new Refused(404, "fleet-not-found", "Not found", "The fleet was removed meanwhile"));
            case OTHER -> unexpected(e);
        };
    }

    /// Our own fault: a person must look into the log, the caller learns nothing of our inside.
    private static Response unexpected(Throwable e) {
        Log.error("A request failed unexpectedly", e);
        return answer(Problem.of(500, "internal", "Internal error", "The service's log tells more.", null))
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
