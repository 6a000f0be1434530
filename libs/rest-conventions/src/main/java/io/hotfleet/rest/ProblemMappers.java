package io.hotfleet.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.hotfleet.postgres.DatabaseFault;
import io.hotfleet.rest.Problem.Fault;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns every exception into a `Problem`: the only place of the service that does.
final class ProblemMappers {
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int TYPE_BODY_LEVELS = 2;
    /// How a violation names the item of a list itself.
    private static final String ELEMENT = ".<list element>";
    private static final Map<Integer, String> CODES = Map.of(
            400, "invalid",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type");

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException badJson) {
            return json(badJson);
        }
        Response response = e.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        String code = CODES.getOrDefault(response.getStatus(), "http-" + response.getStatus());
        return answer(Problem.of(code, response.getStatus(), detail(response), List.of()));
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e) {
        String what = JsonFaults.describe(e);
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return answer(
                    ProblemException.invalid(JsonFaults.pointer(mapping), what).problem());
        }
        return e instanceof JsonMappingException
                ? answer(Problem.of("invalid", 400, "The body has another shape than this path takes.", List.of()))
                : answer(Problem.of("bad-json", 400, "The body is not valid JSON: " + what, List.of()));
    }

    /// The framework has a mapper for just this class, which would come before the one for all bad JSON.
    @ServerExceptionMapper(priority = 1)
    Response mismatch(MismatchedInputException e) {
        return json(e);
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException e) {
        List<Fault> faults =
                e.getConstraintViolations().stream().map(ProblemMappers::fault).toList();
        String all = faults.stream().map(f -> f.pointer() + ": " + f.detail()).collect(Collectors.joining("; "));
        return answer(ProblemException.invalid(all, faults).problem());
    }

    @ServerExceptionMapper
    Response any(Throwable e) {
        return switch (DatabaseFault.of(e)) {
            case UNREACHABLE -> {
                Log.warnf("the database does not answer: %s", e.getMessage());
                yield unavailable();
            }
            case UNSTORABLE ->
                answer(Problem.of("invalid", 400, "A value holds something that cannot be stored.", List.of()));
            case OTHER -> {
                Log.error("a request failed for a reason of ours", e);
                yield answer(Problem.of("internal", 500, "The service failed; its log tells why.", List.of()));
            }
        };
    }

    private static Response unavailable() {
        return answer(Problem.of("unavailable", UNAVAILABLE, "The database does not answer; try again.", List.of()));
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == UNAVAILABLE
                ? answer.header("Retry-After", RETRY_AFTER_SECONDS).build()
                : answer.build();
    }

    private static String detail(Response response) {
        return switch (response.getStatus()) {
            case 404 -> "There is nothing at this path, or a value in it or in the query cannot be read.";
            case 405 -> "This path does not take this method.";
            case 406 -> "This path cannot answer in a media type of the Accept header.";
            case 413 -> "The body is larger than this service takes.";
            case 415 -> "This path does not take a body of this Content-Type.";
            default -> response.getStatusInfo().getReasonPhrase();
        };
    }

    /// The path of a violation starts with the method's and the parameter's name, which mean nothing to a caller.
    private static Fault fault(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replace(ELEMENT, "");
        String[] steps = path.replace("[", ".").replace("]", "").split("\\.");
        int from = Math.min(TYPE_BODY_LEVELS, steps.length - 1);
        String pointer = String.join("/", Arrays.asList(steps).subList(from, steps.length));
        boolean parameter = steps.length <= TYPE_BODY_LEVELS;
        return new Fault(parameter ? pointer : "/" + pointer, violation.getMessage());
    }
}
