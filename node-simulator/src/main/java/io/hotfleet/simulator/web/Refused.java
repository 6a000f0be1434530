package io.hotfleet.simulator.web;

import java.util.List;

/// A request that is answered with a problem document instead of a result.
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Integer retryAfterSeconds;

    public Refused(int status, String code, String title, String detail) {
        this(Problem.of(status, code, title, detail, null), null);
    }

    /// Not now: the same request may succeed after `retryAfterSeconds`.
    public Refused(String code, String detail, int retryAfterSeconds) {
        this(Problem.of(503, code, "Not available now", detail, null), retryAfterSeconds);
    }

    private Refused(Problem problem, Integer retryAfterSeconds) {
        super(problem.detail());
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /// A field of the request is wrong.
    ///
    /// @param field name of the form field, query parameter or member
    /// @param detail what is wrong and what is accepted
    public static Refused field(String field, String detail) {
        List<Problem.Fault> errors = List.of(new Problem.Fault("/" + field, detail));
        String whole = field + ": " + detail;
        return new Refused(Problem.of(400, "bad-request", "The request is not valid", whole, errors), null);
    }

    Problem problem() {
        return problem;
    }

    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
