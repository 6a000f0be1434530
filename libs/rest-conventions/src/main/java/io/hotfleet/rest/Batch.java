package io.hotfleet.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Splits a body into its items, whichever of the two forms it has.
public final class Batch {
    public static final int ITEMS_MAX = 1_000;
    public static final String NDJSON = "application/x-ndjson";

    private Batch() {}

    /// The items of a JSON array, or of one item a line.
    public static List<JsonNode> items(String body, boolean lines, ObjectMapper json) {
        try {
            return lines ? ofLines(body, json) : ofArray(json.readTree(body));
        } catch (JsonProcessingException e) {
            throw JsonFaults.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> ofArray(JsonNode body) {
        if (!body.isArray()) {
            throw ProblemException.invalid("", "The body must be a JSON array.");
        }
        if (body.size() > ITEMS_MAX) {
            throw ProblemException.tooMany(ITEMS_MAX);
        }
        return List.copyOf(body.valueStream().toList());
    }

    private static List<JsonNode> ofLines(String body, ObjectMapper json) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        try (MappingIterator<JsonNode> lines = json.readerFor(JsonNode.class).readValues(body)) {
            while (lines.hasNextValue()) {
                items.add(lines.nextValue());
            }
        }
        if (items.size() > ITEMS_MAX) {
            throw ProblemException.tooMany(ITEMS_MAX);
        }
        return items;
    }
}
