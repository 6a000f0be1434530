package io.hotfleet.licensing.web;

import java.util.List;

/// A call that is answered with a problem document: the fault is the caller's, or passes by itself.
///
/// Subclasses are named after the fact. No stack trace: nobody debugs a caller's mistake with ours.
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final transient List<FieldError> errors;

    protected Refusal(int status, String code, String title, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    protected Refusal(int status, String code, String title, String detail) {
        this(status, code, title, detail, List.of());
    }

    int status() {
        return status;
    }

    Problem problem() {
        return new Problem("urn:hotfleet:problem:" + code, title, status, getMessage(), errors);
    }
}
