package io.hotfleet.licensing.web;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a body, so that its sender learns all of it at once.
public final class Faults {
    private final List<FieldError> errors = new ArrayList<>();

    public void add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
    }
}
