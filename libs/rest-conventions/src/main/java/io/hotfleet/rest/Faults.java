package io.hotfleet.rest;

import io.hotfleet.rest.Problem.Fault;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a request, so that its sender learns all of it at once.
public final class Faults {
    private final List<Fault> found;
    private final String prefix;

    public Faults() {
        this(new ArrayList<>(), "");
    }

    private Faults(List<Fault> found, String prefix) {
        this.found = found;
        this.prefix = prefix;
    }

    /// The same faults, for who knows a part of the body alone.
    ///
    /// @param pointer where that part is
    public Faults under(String pointer) {
        return new Faults(found, prefix + pointer);
    }

    /// @param where a JSON pointer into the body, or the name of a parameter
    public void add(String where, String detail) {
        found.add(Fault.at(prefix + where, detail));
    }

    /// The same, unless what is there is known to be at fault: one word on a field is enough.
    void addUnlessKnown(String where, String detail) {
        String pointer = prefix + where;
        if (found.stream().noneMatch(fault -> (pointer + "/").startsWith(fault.where() + "/"))) {
            found.add(Fault.at(pointer, detail));
        }
    }

    int size() {
        return found.size();
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw ProblemException.invalid(found);
        }
    }
}
