package io.hotfleet.simulator.fleet.node;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A document whose `http` blocks are requests and whose `json` blocks are the answers to the request before.
final class WalkThrough {
    /// Numbers stay as they were written.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int INLINE_MAX = 150;

    private final List<String> lines = new ArrayList<>();
    private String answer = "";

    private WalkThrough() {}

    /// Sends the document's requests, in order.
    ///
    /// @return the document with the answers that came
    static String play(String document) {
        WalkThrough walk = new WalkThrough();
        Iterator<String> source = document.lines().iterator();
        while (source.hasNext()) {
            String line = source.next();
            walk.lines.add(line);
            if (line.equals("```http")) {
                List<String> request = block(source);
                walk.lines.addAll(request);
                walk.lines.add("```");
                walk.send(request);
            } else if (line.equals("```json")) {
                block(source);
                walk.lines.add(walk.answer);
                walk.lines.add("```");
            }
        }
        return String.join("\n", walk.lines) + "\n";
    }

    private static List<String> block(Iterator<String> source) {
        List<String> lines = new ArrayList<>();
        for (String line = source.next(); !line.equals("```"); line = source.next()) {
            lines.add(line);
        }
        return lines;
    }

    private void send(List<String> request) {
        String[] call = request.getFirst().split(" ");
        String body = String.join("\n", request.subList(1, request.size()));
        Response response = given().contentType("application/json").body(body).request(call[0], call[1]);
        if (response.statusCode() >= 300) {
            throw new AssertionError(request + " was answered " + response.statusCode() + ": " + response.asString());
        }
        answer = response.asString().isEmpty() ? "" : readable(response.asString());
    }

    /// One member a line, one item of a list a line.
    private static String readable(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.properties().stream()
                    .map(member -> "  \"" + member.getKey() + "\": " + member(member.getValue()))
                    .collect(Collectors.joining(",\n", "{\n", "\n}"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String member(JsonNode value) {
        String inline = inline(value);
        if (!value.isArray() || inline.length() < INLINE_MAX) {
            return inline;
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(item -> "    " + inline(item))
                .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
    }

    private static String inline(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> "\"" + member.getKey() + "\": " + inline(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(WalkThrough::inline)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.toString();
    }
}
