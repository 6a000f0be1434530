package io.hotfleet.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every exception into a [Problem]: the only place that does.
@Singleton
public class ProblemMappers {
    private static final int UNAUTHORIZED = 401;
    private static final Map<Integer, ProblemType> TYPES = Map.of(
            400, ProblemType.INVALID,
            404, ProblemType.NOT_FOUND,
            405, ProblemType.METHOD_NOT_ALLOWED,
            406, ProblemType.NOT_ACCEPTABLE,
            413, ProblemType.TOO_LARGE,
            415, ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private final List<FailureTranslator> translators;

    ProblemMappers(@All List<FailureTranslator> translators) {
        this.translators = List.copyOf(translators);
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        Response.ResponseBuilder answer = answer(e.problem());
        if (e.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, e.retryAfter().toSeconds());
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        Response given = e.getResponse();
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        if (e.getCause() instanceof ProblemException parameter) {
            return problem(parameter);
        }
        if (given.hasEntity() || given.getStatus() < 400) {
            return given;
        }
        ProblemType type = TYPES.get(given.getStatus());
        Response.ResponseBuilder answer = answer(
                type == null
                        ? Problem.blank(given.getStatus(), given.getStatusInfo().getReasonPhrase())
                        : Problem.of(type, detail(type)));
        Object allow = given.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return problem(JsonFaults.of(e));
    }

    /// The framework has a mapper for just this class, which would come before the one for all bad JSON.
    @ServerExceptionMapper(priority = 1)
    public Response mismatch(MismatchedInputException e) {
        return json(e);
    }

    @ServerExceptionMapper
    public Response violated(ConstraintViolationException e) {
        return problem(ProblemException.invalid(Violations.faults(e)));
    }

    @ServerExceptionMapper
    public Response any(Throwable e) {
        return translators.stream()
                .map(translator -> translator.translate(e))
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::problem)
                .orElseGet(() -> internal(e));
    }

    /// A person must look into the log; the caller learns nothing of our inside.
    private static Response internal(Throwable e) {
        Log.error("a request failed for a reason of ours", e);
        return answer(Problem.of(ProblemType.INTERNAL, "The service failed; its log tells why."))
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == UNAUTHORIZED ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : answer;
    }

    private static String detail(ProblemType type) {
        return switch (type.status()) {
            case 404 -> "There is nothing at this path, or a value in it or in the query cannot be read.";
            case 405 -> "This path does not take this method.";
            case 406 -> "This path cannot answer in a media type of the Accept header.";
            case 413 -> "The body is larger than this service takes.";
            case 415 -> "This path does not take a body of this Content-Type.";
            default -> "The request cannot be read.";
        };
    }
}
