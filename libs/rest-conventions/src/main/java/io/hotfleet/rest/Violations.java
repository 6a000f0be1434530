package io.hotfleet.rest;

import io.hotfleet.rest.Problem.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Tells constraint violations as faults of a body or of parameters.
final class Violations {
    /// The path of a violation starts with the method's and the parameter's name, which mean nothing to a caller.
    private static final int STEPS_OF_OURS = 2;
    /// How a violation names the item of a list itself.
    private static final String ELEMENT = ".<list element>";

    private Violations() {}

    static List<Fault> faults(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(Violations::fault)
                .sorted(Comparator.comparing(Fault::where))
                .toList();
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        String[] steps = steps(violation.getPropertyPath().toString());
        if (steps.length <= STEPS_OF_OURS) {
            return Fault.at(steps[steps.length - 1], violation.getMessage());
        }
        List<String> inBody = Arrays.asList(steps).subList(STEPS_OF_OURS, steps.length);
        return Fault.at("/" + String.join("/", inBody), violation.getMessage());
    }

    /// A path that starts at a body, as a pointer into it.
    static String pointer(String path) {
        return path.isEmpty() ? "" : "/" + String.join("/", steps(path));
    }

    private static String[] steps(String path) {
        return path.replace(ELEMENT, "").replace("[", ".").replace("]", "").split("\\.");
    }
}
