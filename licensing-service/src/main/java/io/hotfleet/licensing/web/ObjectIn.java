package io.hotfleet.licensing.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonFaults;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One JSON object of a request, read field by field. Faults are collected, absent and null mean the same.
///
/// `end` names the fields that nobody asked for: a misspelt field is a fault, not a silence.
public final class ObjectIn {
    private final JsonNode node;
    private final String pointer;
    private final Faults faults;
    private final Set<String> read = new HashSet<>();

    ObjectIn(JsonNode node, String pointer, Faults faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add(pointer, "has to be a JSON object.");
        }
    }

    public Faults faults() {
        return faults;
    }

    private String pointer(String field) {
        return pointer + "/" + JsonFaults.escaped(field);
    }

    public void fault(String field, String detail) {
        faults.add(pointer(field), detail);
    }

    public Optional<JsonNode> value(String field) {
        read.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    public Iterable<String> fieldNames() {
        return node::fieldNames;
    }

    public Optional<String> name(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent()
                && !(value.get().isTextual() && Names.isName(value.get().textValue()))) {
            fault(field, "has to be a text of 1 to 255 printable characters.");
            return Optional.empty();
        }
        return value.map(JsonNode::textValue);
    }

    /// The name, or an empty one and a fault.
    public String requiredName(String field) {
        if (value(field).isEmpty()) {
            fault(field, "is missing.");
            return "";
        }
        return name(field).orElse("");
    }

    public Optional<Integer> number(String field, int min, int max) {
        Optional<JsonNode> value = value(field);
        boolean fits = value.filter(JsonNode::isInt)
                .filter(number -> number.intValue() >= min && number.intValue() <= max)
                .isPresent();
        if (value.isPresent() && !fits) {
            fault(field, "has to be a whole number from " + min + " to " + max + ".");
            return Optional.empty();
        }
        return value.map(JsonNode::intValue);
    }

    /// A point in time; fleets live on whole minutes.
    public Optional<Instant> minute(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(value.get().asText());
            if (time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
                return Optional.of(time);
            }
        } catch (DateTimeException _) {
            // answered below, like a time with seconds
        }
        fault(field, "has to be a whole minute in UTC such as 2025-01-14T18:00:00Z.");
        return Optional.empty();
    }

    public Optional<ObjectIn> object(String field) {
        return value(field).map(value -> new ObjectIn(value, pointer(field), faults));
    }

    public Optional<List<JsonNode>> values(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isArray()) {
            fault(field, "has to be an array.");
            return Optional.empty();
        }
        return value.map(
                array -> array.valueStream().limit(JsonIn.ITEMS_MAX + 1L).toList());
    }

    public List<ObjectIn> items(String field) {
        List<JsonNode> values = values(field).orElse(List.of());
        return JsonIn.items(values, pointer(field), faults);
    }

    /// Names the fields that were not asked for.
    public void end() {
        for (String field : fieldNames()) {
            if (!read.contains(field)) {
                fault(
                        field,
                        "is not known here; known are "
                                + String.join(", ", read.stream().sorted().toList()) + ".");
            }
        }
    }
}
