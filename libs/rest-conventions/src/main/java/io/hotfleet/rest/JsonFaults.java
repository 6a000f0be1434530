package io.hotfleet.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Says what is wrong with a body in words that name no class of ours.
public final class JsonFaults {
    private JsonFaults() {}

    /// What is wrong with a body as a whole, or with the field that is named.
    public static ProblemException of(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return new ProblemException(ProblemType.BAD_JSON, "The body is not valid JSON: " + describe(e));
        }
        return mapping.getPath().isEmpty()
                ? new ProblemException(ProblemType.INVALID, "The body has another shape than this path takes.")
                : ProblemException.invalid(pointer(mapping), describe(e));
    }

    static String describe(JsonProcessingException e) {
        if (e.getCause() instanceof ProblemException told) {
            return told.firstDetail();
        }
        if (e instanceof InvalidFormatException format) {
            String accepted = accepted(format.getTargetType());
            return "'%s' is not accepted; expected %s".formatted(format.getValue(), accepted);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is not known; accepted are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof JsonMappingException) {
            return "the value has the wrong type or is missing";
        }
        return "%s, line %d column %d"
                .formatted(
                        firstLine(e.getOriginalMessage()),
                        e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                        e.getLocation() == null ? 0 : e.getLocation().getColumnNr());
    }

    /// What is wrong with an item of a batch, and where.
    public static ProblemException inItem(int index, JsonProcessingException e) {
        boolean within =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty();
        String pointer = "/" + index + (within ? pointer((JsonMappingException) e) : "");
        return ProblemException.invalid(pointer, describe(e));
    }

    static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? Integer.toString(step.getIndex()) : escaped(step.getFieldName()))
                .collect(Collectors.joining("/", "/", ""));
    }

    /// As RFC 6901 asks for.
    public static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "YearMonth" -> "a month such as 2025-01";
            case "LocalDate" -> "a date such as 2025-01-14";
            case "Instant" -> "a time such as 2025-01-14T18:00:00Z";
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Double", "double" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            default -> "another kind of value";
        };
    }

    private static String firstLine(String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
