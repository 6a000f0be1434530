package io.hotfleet.simulator.fleet;

import io.hotfleet.node.workflow.Fault;
import io.hotfleet.node.workflow.Step;
import io.hotfleet.rest.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How choices are written in requests and answers: `until-restart` for UNTIL_RESTART.
public final class Spelling {
    private Spelling() {}

    public static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The value that a fault is laid with: told itself, or as the step in which power is lost.
    ///
    /// @param field begins the names of the fields, empty or ending in a slash
    public static int value(Fault fault, Integer value, String step, String field) {
        if (step != null) {
            if (fault != Fault.POWER_LOSS) {
                throw ProblemException.invalid("/" + field + "step", "is for power-loss alone");
            }
            return choice(Step.class, step, field + "step").number();
        }
        if (value == null && fault.needsValue()) {
            throw ProblemException.invalid("/" + field + "value", "is missing; " + of(fault) + " does nothing without");
        }
        return value == null ? 0 : value;
    }

    /// @param text null for `otherwise`
    /// @param field named where the text is none of the choices
    public static <E extends Enum<E>> E choice(Class<E> type, String text, E otherwise, String field) {
        return text == null ? otherwise : choice(type, text, field);
    }

    public static <E extends Enum<E>> E choice(Class<E> type, String text, String field) {
        for (E choice : type.getEnumConstants()) {
            if (of(choice).equals(text)) {
                return choice;
            }
        }
        String accepted =
                Arrays.stream(type.getEnumConstants()).map(Spelling::of).collect(Collectors.joining(", "));
        throw ProblemException.invalid("/" + field, "'" + text + "' is not accepted; one of " + accepted + " is");
    }
}
