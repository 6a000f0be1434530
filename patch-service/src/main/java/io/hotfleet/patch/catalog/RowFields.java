package io.hotfleet.patch.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.rest.Problem.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The fields of one row as somebody sent them. What cannot be read becomes a fault and null.
final class RowFields {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final int BUILD_MAX = 99_999_999;

    private final JsonNode row;
    private final String pointer;
    private final List<Fault> faults;

    RowFields(JsonNode row, String pointer, List<Fault> faults) {
        this.row = row;
        this.pointer = pointer;
        this.faults = faults;
    }

    void onlyThese(Set<String> names) {
        row.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                fault(name, "is not a field of a release; these are: " + String.join(", ", names));
            }
        });
    }

    String matching(String name, Pattern pattern, String expected) {
        String text = text(name, Integer.MAX_VALUE);
        if (text != null && !pattern.matcher(text).matches()) {
            fault(name, "'%s' is not %s".formatted(text, expected));
            return null;
        }
        return text;
    }

    String text(String name, int charactersMax) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            fault(name, "must be a text");
            return null;
        }
        String text = value.textValue();
        if (text.length() > charactersMax) {
            fault(name, "has %,d characters; at most %,d are accepted".formatted(text.length(), charactersMax));
        }
        if (CONTROL.matcher(text).find()) {
            fault(name, "contains a control character");
        }
        return text;
    }

    YearMonth month(String name) {
        return parsed(name, YearMonth::parse, "a month such as 2025-01");
    }

    LocalDate date(String name) {
        return parsed(name, LocalDate::parse, "a date such as 2025-01-14");
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String accepted =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        return parsed(name, text -> Enum.valueOf(type, text), "one of " + accepted);
    }

    Integer number(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 0
                || value.intValue() > BUILD_MAX) {
            fault(name, "must be a whole number from 0 to %,d".formatted(BUILD_MAX));
            return null;
        }
        return value.intValue();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null || !value.isBoolean()) {
            fault(name, "must be true or false");
            return false;
        }
        return value.booleanValue();
    }

    void require(String name, Object value) {
        if (value == null && value(name) == null) {
            fault(name, "is missing");
        }
    }

    void fault(String name, String detail) {
        faults.add(Fault.at(pointer + "/" + name, detail));
    }

    private <T> T parsed(String name, Function<String, T> parser, String expected) {
        String text = text(name, Integer.MAX_VALUE);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            fault(name, "'%s' is not %s".formatted(text, expected));
            return null;
        }
    }

    private JsonNode value(String name) {
        JsonNode value = row.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
