package io.hotfleet.licensing.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonFaults;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads facts from bodies. A value that is not accepted is a fault that names those that are.
public final class FactsIn {
    private static final int CORES_MAX = 4_096;
    private static final int ROLES_MAX = 50;
    private static final Pattern KB = Pattern.compile("KB[0-9]{4,8}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private FactsIn() {}

    /// Tells what is wrong with all facts of a machine: its product is the one that has to be there. None are no
    /// fault of theirs.
    public static void checkAll(ObjectNode facts, Faults faults) {
        checkChanges(facts, faults);
        if (facts != null && !facts.hasNonNull(Fact.PRODUCT.json())) {
            faults.add("/" + Fact.PRODUCT.json(), "is missing; accepted are " + list(Fact.PRODUCT.accepted()) + ".");
        }
    }

    /// Tells what is wrong with the facts that a body names.
    public static void checkChanges(ObjectNode facts, Faults faults) {
        if (facts != null) {
            facts.properties().forEach(fact -> check(fact.getKey(), fact.getValue(), faults));
        }
    }

    /// The facts of a machine, once they were checked: of a body, or of the database.
    public static Facts all(JsonNode facts) {
        return new Facts(changes(facts));
    }

    /// The facts that a body names, once they were checked; `unknown` is a value here, it says that a fact is no longer
    /// known.
    public static Map<Fact, String> changes(JsonNode facts) {
        Map<Fact, String> changes = new EnumMap<>(Fact.class);
        facts.properties().forEach(told -> {
            Fact fact = Fact.named(told.getKey());
            JsonNode value = told.getValue();
            if (fact != null && !value.isNull()) {
                changes.put(fact, value.isArray() ? joined(value) : value.asText());
            }
        });
        return changes;
    }

    private static void check(String name, JsonNode value, Faults faults) {
        Fact fact = Fact.named(name);
        if (fact == null) {
            faults.add("/" + JsonFaults.escaped(name), "is not a fact; known are " + known() + ".");
        } else if (!value.isNull() && !isAccepted(fact, value)) {
            faults.add("/" + name, value + " is not accepted here; accepted are " + expected(fact) + ".");
        }
    }

    private static boolean isAccepted(Fact fact, JsonNode value) {
        if (value.isTextual() && value.textValue().equals(Facts.UNKNOWN)) {
            return fact != Fact.PRODUCT;
        }
        return switch (fact.kind()) {
            case WORD -> value.isTextual() && fact.accepted().contains(value.textValue());
            case FLAG -> value.isBoolean();
            case COUNT -> value.isInt() && value.intValue() >= 1 && value.intValue() <= CORES_MAX;
            case KB -> value.isTextual() && KB.matcher(value.textValue()).matches();
            case WORDS -> words(value);
        };
    }

    private static boolean words(JsonNode value) {
        return value.isArray()
                && value.size() <= ROLES_MAX
                && value.valueStream()
                        .allMatch(role -> role.isTextual()
                                && WORD.matcher(role.textValue()).matches());
    }

    /// No roles at all are the same as roles not told: no gate reads them.
    private static String joined(JsonNode roles) {
        return roles.isEmpty()
                ? Facts.UNKNOWN
                : roles.valueStream().map(JsonNode::textValue).collect(Collectors.joining(","));
    }

    private static String expected(Fact fact) {
        return switch (fact.kind()) {
            case WORD -> fact == Fact.PRODUCT ? list(fact.accepted()) : list(fact.accepted()) + ", unknown";
            case FLAG -> "true, false, \"unknown\"";
            case COUNT -> "a whole number from 1 to " + CORES_MAX + ", null";
            case KB -> "a number such as KB5048794, null";
            case WORDS -> "an array of up to " + ROLES_MAX + " role names such as wsus";
        };
    }

    private static String known() {
        return Arrays.stream(Fact.values()).map(Fact::json).collect(Collectors.joining(", "));
    }

    private static String list(List<String> values) {
        return String.join(", ", values);
    }
}
