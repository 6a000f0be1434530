package io.hotfleet.simulator.inventory.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An object of a source whose spelling drifts: keys are found without case, through `properties_status` as well as
/// through `properties.status`, in nested JSON text, and numbers may be texts and the reverse.
public final class Row {
    private static final List<String> HERE = List.of("localhost", ".", "127.0.0.1", "::1");

    private final Location place;
    private final Map<String, Value> fields = new HashMap<>();

    public Row(Value.Mapping mapping) {
        place = mapping.place();
        mapping.fields().forEach((key, value) -> fields.put(key.toLowerCase(Locale.ROOT), value));
    }

    public Location place() {
        return place;
    }

    /// In small letters.
    public Set<String> keys() {
        return fields.keySet();
    }

    public boolean has(String key) {
        return fields.containsKey(key.toLowerCase(Locale.ROOT));
    }

    /// The value at the path; null where there is none or it is JSON's null.
    public Value value(String... path) {
        for (int taken = path.length; taken > 0; taken--) {
            String key = String.join("_", Arrays.copyOf(path, taken)).toLowerCase(Locale.ROOT);
            Value value = unwrapped(fields.get(key));
            if (value == null) {
                continue;
            }
            if (taken == path.length) {
                return value;
            }
            Row inner = row(value);
            return inner == null ? null : inner.value(Arrays.copyOfRange(path, taken, path.length));
        }
        return null;
    }

    /// PowerShell may write a value as `{"value": …, "Count": …}` or `{"value": …, "DateTime": …}`.
    private static Value unwrapped(Value value) {
        if (value instanceof Value.Mapping(Location _, Map<String, Value> inner) && inner.containsKey("value")) {
            return unwrapped(inner.get("value"));
        }
        return value instanceof Value.Scalar scalar && scalar.content() == null ? null : value;
    }

    private static Row row(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return new Row(mapping);
        }
        if (value instanceof Value.Scalar(Location place, String text)
                && text.startsWith("{")
                && ValueReader.json(place, text) instanceof Value.Mapping mapping) {
            return new Row(mapping);
        }
        return null;
    }

    /// As text; null where there is no single value or an empty one.
    public String text(String... path) {
        Value value = value(path);
        if (value instanceof Value.Scalar scalar && scalar.content() != null) {
            String text = scalar.content().toString().strip();
            return text.isEmpty() ? null : text;
        }
        return null;
    }

    /// As text, of an object its name.
    public String textOrName(String... path) {
        Row inner = row(value(path));
        return inner == null ? text(path) : inner.text("Name");
    }

    /// As a whole number; null where it is none.
    public Integer number(String... path) {
        String text = text(path);
        return text != null && text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    /// As a truth value; null where it is none.
    public Boolean flag(String... path) {
        String text = text(path);
        if ("true".equalsIgnoreCase(text) || "1".equals(text)) {
            return true;
        }
        return "false".equalsIgnoreCase(text) || "0".equals(text) ? false : null;
    }

    /// The objects at the path: a list of them, or a single one.
    public List<Row> rows(String... path) {
        Value value = value(path);
        List<Row> rows = new ArrayList<>();
        if (value instanceof Value.Sequence(Location _, List<Value> items)) {
            for (Value item : items) {
                Row row = row(item);
                if (row != null) {
                    rows.add(row);
                }
            }
        } else if (value != null && row(value) != null) {
            rows.add(row(value));
        }
        return rows;
    }

    /// The first of the fields that names a machine; null if none does.
    public String machine(String... keys) {
        for (String key : keys) {
            String name = text(key);
            if (name != null && !HERE.contains(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        return null;
    }
}
