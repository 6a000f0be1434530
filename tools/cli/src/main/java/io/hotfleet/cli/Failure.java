package io.hotfleet.cli;

/// Something went wrong that a person can act on: one line, no stack trace, and the exit code that tells whose turn it
/// is.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final boolean unanswered;

    private Failure(int exitCode, boolean unanswered, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.unanswered = unanswered;
    }

    /// The work failed; the input was not to blame.
    public static Failure of(String message) {
        return new Failure(1, false, message, null);
    }

    public static Failure of(String message, Throwable cause) {
        return new Failure(1, false, message + ": " + reason(cause), cause);
    }

    /// What was asked for cannot be done as it was asked.
    public static Failure badInput(String message) {
        return new Failure(2, false, message, null);
    }

    public int exitCode() {
        return exitCode;
    }

    /// The same, because nobody answered: somebody may, later.
    public Failure unanswered() {
        return new Failure(exitCode, true, getMessage(), getCause());
    }

    public boolean isUnanswered() {
        return unanswered;
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
