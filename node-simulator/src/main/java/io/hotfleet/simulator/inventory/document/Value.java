package io.hotfleet.simulator.inventory.document;

import io.hotfleet.simulator.inventory.FleetInvalid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A value of a file together with its place. The methods that take it for something fail with the place otherwise.
public sealed interface Value {
    int SHOWN_CHARS_MAX = 80;

    Location place();

    /// @param content a String, Long, Double, Boolean or null
    record Scalar(Location place, Object content) implements Value {}

    record Sequence(Location place, List<Value> items) implements Value {}

    record Mapping(Location place, Map<String, Value> fields) implements Value {
        /// The field, which must be there.
        public Value require(String name, String accepted) {
            Value value = fields.get(name);
            if (value == null) {
                throw place.invalid("has no " + name + ": " + accepted);
            }
            return value;
        }
    }

    default FleetInvalid notAccepted(String accepted) {
        return place().invalid(shown() + " is not accepted: " + accepted);
    }

    default Mapping mapping(Collection<String> fieldsAccepted) {
        if (!(this instanceof Mapping mapping)) {
            throw notAccepted("fields " + String.join(", ", fieldsAccepted));
        }
        for (Map.Entry<String, Value> field : mapping.fields().entrySet()) {
            if (!fieldsAccepted.contains(field.getKey())) {
                throw field.getValue()
                        .place()
                        .invalid("is not a field, accepted are: " + String.join(", ", fieldsAccepted));
            }
        }
        return mapping;
    }

    default List<Value> list(int itemsMax, String accepted) {
        if (!(this instanceof Sequence sequence)) {
            throw notAccepted(accepted);
        }
        if (sequence.items().size() > itemsMax) {
            throw place().invalid("has " + sequence.items().size() + " items, accepted are at most " + itemsMax);
        }
        return sequence.items();
    }

    default String text(Pattern pattern, String accepted) {
        if (this instanceof Scalar scalar
                && scalar.content() instanceof String text
                && pattern.matcher(text).matches()) {
            return text;
        }
        throw notAccepted(accepted);
    }

    default String choice(List<String> accepted) {
        if (this instanceof Scalar scalar && scalar.content() instanceof String text && accepted.contains(text)) {
            return accepted.get(accepted.indexOf(text));
        }
        throw notAccepted(String.join(", ", accepted));
    }

    default int integer(int least, int most) {
        if (this instanceof Scalar scalar
                && scalar.content() instanceof Long number
                && number >= least
                && number <= most) {
            return number.intValue();
        }
        throw notAccepted("a whole number from " + least + " to " + most);
    }

    default String shown() {
        return switch (this) {
            case Sequence _ -> "a list";
            case Mapping _ -> "a group of fields";
            case Scalar(Location _, String text) ->
                "\"" + (text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…") + "\"";
            case Scalar scalar ->
                scalar.content() == null ? "nothing" : scalar.content().toString();
        };
    }
}
