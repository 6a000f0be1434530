package io.hotfleet.simulator.web;

import java.util.List;

/// A request that is answered with a problem document instead of a result.
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Integer retryAfterSeconds;

    public Refused(int status, String code, String title, String detail) {
        this(status, code, title, detail, null, null);
    }

    private Refused(
            int status,
            String code,
            String title,
            String detail,
            List<Problem.Fault> errors,
            Integer retryAfterSeconds) {
        super(detail);
        this.problem = Problem.of(status, code, title, detail, errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /// A field of the request is wrong.
    ///
    /// @param pointer JSON pointer, or `/{name}` of a form field or query parameter
    /// @param detail what is wrong and what is accepted
    public static Refused field(String pointer, String detail) {
        String name = pointer.substring(1);
        return new Refused(
                400,
                "bad-request",
                "The request is not valid",
                name.isEmpty() ? detail : name + ": " + detail,
                List.of(new Problem.Fault(pointer, detail)),
                null);
    }

    /// Not now: the same request may succeed after `retryAfterSeconds`.
    public static Refused busy(String code, String detail, int retryAfterSeconds) {
        return new Refused(503, code, "Not available now", detail, null, retryAfterSeconds);
    }

    Problem problem() {
        return problem;
    }

    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
