package io.hotfleet.licensing.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonFaults;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// The facts of a machine, as far as they are accepted.
    public static Facts all(ObjectNode facts) {
        return new Facts(changes(facts));
    }

    /// The facts that a body names, as far as they are accepted; `unknown` is a value here, it says that a fact is no
    /// longer known.
    public static Map<Fact, String> changes(ObjectNode facts) {
        Map<Fact, String> changes = new EnumMap<>(Fact.class);
        facts.properties().forEach(told -> {
            Fact fact = Fact.named(told.getKey());
            if (fact != null && !told.getValue().isNull()) {
                text(fact, told.getValue()).ifPresent(value -> changes.put(fact, value));
            }
        });
        return changes;
    }

    /// Facts that were accepted once, as the database gives them back.
    public static Facts stored(JsonNode json) {
        Map<Fact, String> values = new EnumMap<>(Fact.class);
        json.properties().forEach(entry -> {
            Fact fact = Fact.named(entry.getKey());
            values.put(
                    fact,
                    fact.kind() == Fact.Kind.WORDS
                            ? joined(entry.getValue())
                            : entry.getValue().asText());
        });
        return new Facts(values);
    }

    private static void check(String name, JsonNode value, Faults faults) {
        Fact fact = Fact.named(name);
        if (fact == null) {
            faults.add("/" + JsonFaults.escaped(name), "is not a fact; known are " + known() + ".");
        } else if (!value.isNull() && text(fact, value).isEmpty()) {
            faults.add("/" + name, value + " is not accepted here; accepted are " + expected(fact) + ".");
        }
    }

    private static Optional<String> text(Fact fact, JsonNode value) {
        boolean unknown = value.isTextual() && value.textValue().equals(Facts.UNKNOWN);
        if (unknown && fact != Fact.PRODUCT) {
            return Optional.of(Facts.UNKNOWN);
        }
        boolean fits =
                switch (fact.kind()) {
                    case WORD -> value.isTextual() && fact.accepted().contains(value.textValue());
                    case FLAG -> value.isBoolean();
                    case COUNT -> value.isInt() && value.intValue() >= 1 && value.intValue() <= CORES_MAX;
                    case KB ->
                        value.isTextual() && KB.matcher(value.textValue()).matches();
                    case WORDS -> words(value);
                };
        return fits ? Optional.of(fact.kind() == Fact.Kind.WORDS ? joined(value) : value.asText()) : Optional.empty();
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
