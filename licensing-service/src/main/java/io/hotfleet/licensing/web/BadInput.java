package io.hotfleet.licensing.web;

import java.util.List;

/// The request breaks a rule that its sender can read; the errors say which field, and what is accepted.
public final class BadInput extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int ERRORS_SHOWN_MAX = 50;

    public BadInput(List<FieldError> errors) {
        super(400, "bad-input", "The request is not valid", sentence(errors), shown(errors));
    }

    public BadInput(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    public BadInput(String detail) {
        super(400, "bad-input", "The request is not valid", detail);
    }

    private static String sentence(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
        return first.pointer() + ": " + first.detail() + more;
    }

    private static List<FieldError> shown(List<FieldError> errors) {
        return errors.subList(0, Math.min(errors.size(), ERRORS_SHOWN_MAX));
    }
}
