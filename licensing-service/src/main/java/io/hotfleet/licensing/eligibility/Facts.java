package io.hotfleet.licensing.eligibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of one machine. A fact that is not held is unknown, never a passing default.
public record Facts(Map<Fact, String> values) {
    public static final String UNKNOWN = "unknown";

    public Facts {
        Map<Fact, String> known = new EnumMap<>(Fact.class);
        known.putAll(values);
        known.values().removeIf(UNKNOWN::equals);
        values = Collections.unmodifiableMap(known);
    }

    public String value(Fact fact) {
        return values.getOrDefault(fact, UNKNOWN);
    }

    public boolean is(Fact fact, String value) {
        return value(fact).equals(value);
    }

    public boolean isUnknown(Fact fact) {
        return !values.containsKey(fact);
    }

    /// The same facts, but for those that the changes name.
    public Facts with(Map<Fact, String> changes) {
        Map<Fact, String> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return new Facts(changed);
    }

    /// What has to change to get from these facts to the others.
    public Map<Fact, String> changesTo(Facts others) {
        Map<Fact, String> changes = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            if (!value(fact).equals(others.value(fact))) {
                changes.put(fact, others.value(fact));
            }
        }
        return changes;
    }

    /// As in bodies: in the order of [Fact], unknown ones left out.
    @JsonValue
    public Map<String, Object> json() {
        return json(values);
    }

    static Map<String, Object> json(Map<Fact, String> values) {
        Map<String, Object> json = new LinkedHashMap<>();
        values.forEach((fact, value) -> json.put(fact.json(), json(fact, value)));
        return json;
    }

    private static Object json(Fact fact, String value) {
        return switch (fact.kind()) {
            case WORD, KB -> value;
            case FLAG -> Boolean.valueOf(value);
            case COUNT -> Integer.valueOf(value);
            case WORDS -> List.of(value.split(","));
        };
    }
}
