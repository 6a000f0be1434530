package io.hotfleet.rest;

import io.hotfleet.rest.Problem.Fault;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a request, so that its sender learns all of it at once.
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    /// @param where a JSON pointer into the body, or the name of a parameter
    public void add(String where, String detail) {
        found.add(Fault.at(where, detail));
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw ProblemException.invalid(found);
        }
    }
}
