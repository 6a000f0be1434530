package io.hotfleet.rest;

import io.hotfleet.rest.Problem.Fault;
import java.time.Duration;
import java.util.List;

/// A request that cannot be served, told so that its sender can mend it. Features throw it, or a subclass named
/// after the fact. No stack trace: nobody debugs a caller's mistake with ours.
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final int FAULTS_SHOWN_MAX = 50;
    private static final int UNAVAILABLE = 503;
    private static final Duration RETRY_AFTER_DEFAULT = Duration.ofSeconds(2);

    private final ProblemType type;
    private final transient List<Fault> errors;
    private final transient Duration retryAfter;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Fault> errors) {
        this(type, detail, errors, type.status() == UNAVAILABLE ? RETRY_AFTER_DEFAULT : null);
    }

    /// Not now: the same request may succeed after that time.
    public ProblemException(ProblemType type, String detail, Duration retryAfter) {
        this(type, detail, List.of(), retryAfter);
    }

    private ProblemException(ProblemType type, String detail, List<Fault> errors, Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors.subList(0, Math.min(errors.size(), FAULTS_SHOWN_MAX)));
        this.retryAfter = retryAfter;
    }

    /// With the fields at fault, of which there is at least one.
    public static ProblemException invalid(List<Fault> errors) {
        String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
        return new ProblemException(ProblemType.INVALID, errors.getFirst().sentence() + more, errors);
    }

    /// @param where a JSON pointer into the body, or the name of a parameter
    public static ProblemException invalid(String where, String detail) {
        return invalid(List.of(Fault.at(where, detail)));
    }

    /// More items than a batch may hold.
    public static ProblemException tooMany(int itemsMax) {
        return new ProblemException(
                ProblemType.TOO_LARGE,
                "A batch holds at most %,d items; send them in several calls.".formatted(itemsMax));
    }

    public ProblemType type() {
        return type;
    }

    /// What is wrong with the value alone, whatever it is called where it came in.
    String firstDetail() {
        return errors.isEmpty() ? getMessage() : errors.getFirst().detail();
    }

    Problem problem() {
        return Problem.of(type, getMessage(), errors);
    }

    /// Null where another attempt is of no use.
    Duration retryAfter() {
        return retryAfter;
    }
}
