package io.hotfleet.rest;

import io.hotfleet.rest.Problem.Fault;
import java.util.List;

/// A request that cannot be served, told so that its sender can mend it. Features throw it, or a subclass named
/// after the fact.
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final transient List<Fault> errors;

    /// @param code stable and hyphenated; becomes the problem's type and title
    public ProblemException(String code, int status, String detail, List<Fault> errors) {
        super(detail);
        this.code = code;
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    public ProblemException(String code, int status, String detail) {
        this(code, status, detail, List.of());
    }

    /// 400 with the fields at fault.
    public static ProblemException invalid(String detail, List<Fault> errors) {
        return new ProblemException("invalid", 400, detail, errors);
    }

    /// 400 for one field or parameter.
    public static ProblemException invalid(String pointer, String detail) {
        return invalid(pointer + ": " + detail, List.of(new Fault(pointer, detail)));
    }

    public static ProblemException notFound(String code, String detail) {
        return new ProblemException(code, 404, detail);
    }

    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(code, 409, detail);
    }

    /// 413: more items than a batch may hold.
    public static ProblemException tooMany(int items, int itemsMax) {
        return new ProblemException(
                "too-large", 413, "The batch holds %,d items; at most %,d are accepted.".formatted(items, itemsMax));
    }

    Problem problem() {
        return Problem.of(code, status, getMessage(), errors);
    }
}
