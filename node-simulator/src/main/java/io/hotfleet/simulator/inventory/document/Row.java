package io.hotfleet.simulator.inventory.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// An object of a source whose spelling drifts: keys are found without case, through `properties_status` as well as
/// through `properties.status`, in nested JSON text, and numbers may be texts and the reverse.
///
/// ConvertTo-Json writes what lies below its depth as a text such as `@{a=b; c=}`. Where such a text stands in the way
/// of a value, the row is refused with the cure: what it does not tell any more would else count as not there.
public final class Row {
    private static final List<String> HERE = List.of("localhost", ".");
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.%]*");
    private static final Pattern TYPE_NAME = Pattern.compile("(System|Microsoft)(\\.[A-Za-z0-9_+`]+){1,20}(\\[.*])?");

    private final Location place;
    private final Map<String, Value> fields = new HashMap<>();
    /// The rows that were asked for within this one.
    private final Map<String, Row> inner = new HashMap<>(4);
    private boolean joinedKeys;

    public Row(Value.Mapping mapping) {
        place = mapping.place();
        mapping.fields().forEach((key, value) -> {
            fields.put(key.toLowerCase(Locale.ROOT), value);
            joinedKeys |= key.indexOf('_') >= 0;
        });
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
        for (int taken = joinedKeys ? path.length : 1; taken > 0; taken--) {
            String key = key(path, taken);
            Value value = unwrapped(fields.get(key));
            if (value == null) {
                continue;
            }
            if (taken == path.length) {
                return value;
            }
            Row row = inner(key, value);
            return row == null ? null : row.value(Arrays.copyOfRange(path, taken, path.length));
        }
        return null;
    }

    private static String key(String[] path, int taken) {
        String joined = taken == 1 ? path[0] : String.join("_", Arrays.copyOf(path, taken));
        return joined.toLowerCase(Locale.ROOT);
    }

    private Row inner(String key, Value value) {
        Row known = inner.get(key);
        if (known == null) {
            known = row(value);
            if (known != null) {
                inner.put(key, known);
            }
        }
        return known;
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
        if (value instanceof Value.Scalar(Location place, String text)) {
            requireWhole(place, text);
            return text.startsWith("{") && ValueReader.json(place, text) instanceof Value.Mapping mapping
                    ? new Row(mapping)
                    : null;
        }
        return null;
    }

    private static void requireWhole(Location place, String text) {
        if (text.startsWith("@{") || TYPE_NAME.matcher(text).matches()) {
            throw place.invalid("is cut off by ConvertTo-Json (\"" + text.substring(0, Math.min(text.length(), 40))
                    + "…\"): write the file again with -Depth 20");
        }
    }

    /// As text; null where there is no single value or an empty one.
    public String text(String... path) {
        Value value = value(path);
        if (value instanceof Value.Scalar scalar && scalar.content() != null) {
            String text = scalar.content().toString().strip();
            if (text.startsWith("@{")) {
                requireWhole(scalar.place(), text);
            }
            return text.isEmpty() ? null : text;
        }
        return null;
    }

    /// As text, of an object its name.
    public String textOrName(String... path) {
        Value value = value(path);
        return value instanceof Value.Mapping mapping ? new Row(mapping).text("Name") : text(path);
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
        } else if (value != null) {
            Row row = row(value);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// The first of the fields that names a machine; null if none does.
    public String machine(String... keys) {
        return machineOr(null, keys);
    }

    /// The same with a name that counts where no field tells one. Addresses change hands and are no names: a row that
    /// tells nothing else is refused.
    public String machineOr(String otherwise, String... keys) {
        String address = null;
        for (String key : keys) {
            String name = text(key);
            if (name == null || HERE.contains(name.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (!ADDRESS.matcher(name).matches()) {
                return name;
            }
            address = address == null && !LOOPBACK.contains(name) ? name : address;
        }
        if (otherwise == null && address != null) {
            throw place.invalid("tells the machine by its address " + address
                    + " alone: addresses are no names, add the name of the machine, such as $env:COMPUTERNAME");
        }
        return otherwise;
    }
}
