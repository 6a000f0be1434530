package io.hotfleet.licensing.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonFaults;
import io.hotfleet.rest.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads bodies into trees, so that every fault can be named with its pointer instead of the first one alone.
public final class JsonIn {
    public static final int ITEMS_MAX = Batch.ITEMS_MAX;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonIn() {}

    public static ObjectIn object(byte[] body) {
        List<JsonNode> values = values(body);
        if (values.size() != 1) {
            throw ProblemException.invalid("", "the body has to be one JSON object.");
        }
        return new ObjectIn(values.getFirst(), "", new Faults());
    }

    /// The objects of a batch, sent as a JSON array or as NDJSON (one object a line).
    public static List<ObjectIn> batch(byte[] body, Faults faults) {
        List<JsonNode> values = values(body);
        boolean array = values.size() == 1 && values.getFirst().isArray();
        return array ? items((ArrayNode) values.getFirst(), "", faults) : items(values, "", faults);
    }

    static List<ObjectIn> items(Iterable<JsonNode> nodes, String pointer, Faults faults) {
        List<ObjectIn> items = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (items.size() == ITEMS_MAX) {
                throw ProblemException.tooMany(ITEMS_MAX);
            }
            items.add(new ObjectIn(node, pointer + "/" + items.size(), faults));
        }
        return items;
    }

    /// The JSON values of a body one after the other: one, or one a line.
    private static List<JsonNode> values(byte[] body) {
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(body)) {
            while (parser.nextToken() != null) {
                values.add(MAPPER.readTree(parser));
                if (values.size() > ITEMS_MAX) {
                    throw ProblemException.tooMany(ITEMS_MAX);
                }
            }
        } catch (JsonProcessingException e) {
            throw JsonFaults.of(e);
        } catch (IOException e) {
            throw ProblemException.invalid("", "the body could not be read: " + e.getMessage());
        }
        return values;
    }
}
