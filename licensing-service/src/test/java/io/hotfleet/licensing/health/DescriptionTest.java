package io.hotfleet.licensing.health;

import static io.hotfleet.licensing.Rest.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.licensing.Golden;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the interface's description promises to its readers.
@QuarkusTest
class DescriptionTest {
    private static final String JSON = "application/json";
    private static final String FLEET = "described";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Call(String method, String path, JsonNode description) {
        List<JsonNode> bodies() {
            return examples(description.path("requestBody"), JSON);
        }

        boolean takesJson() {
            return description.path("requestBody").path("content").has(JSON);
        }

        /// What it answers when all is well.
        JsonNode answer() {
            JsonNode responses = description.path("responses");
            return responses.path(responses.has("201") ? "201" : "200").path("content");
        }

        String url() {
            return path.replace("{fleet}", FLEET).replace("{machine}", "web-001");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @AfterEach
    void removeFleet() {
        given().delete("/api/v1/fleets/" + FLEET).then().statusCode(204);
    }

    @Test
    void everyBodyOfJsonHasAnExample() throws IOException {
        List<Call> silent = calls().stream()
                .filter(Call::takesJson)
                .filter(call -> call.bodies().isEmpty())
                .toList();

        assertThat(silent).isEmpty();
        assertThat(calls().stream().filter(Call::takesJson)).hasSizeGreaterThan(8);
    }

    @Test
    void everyExampleOfABodyIsTaken() throws IOException {
        List<String> refused = new ArrayList<>();
        for (Call call : calls()) {
            for (JsonNode body : call.bodies()) {
                int status = json(text(body)).request(call.method(), call.url()).statusCode();
                if (status == 400 || status >= 500) {
                    refused.add(call + " " + body + ": " + status);
                }
            }
        }

        assertThat(refused).isEmpty();
    }

    @Test
    void everyAnswerOfJsonHasAnExample() throws IOException {
        List<Call> silent = calls().stream()
                .filter(call -> call.answer().has(JSON))
                .filter(call -> !call.answer().path(JSON).has("example"))
                .toList();

        assertThat(silent).isEmpty();
        assertThat(calls().stream().filter(call -> call.answer().has(JSON))).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "EligibilityResource_decide, eligibility-response",
        "EntitlementResource_sign, entitlements-response",
        "FixResource_fixes, fixes",
        "CostResource_costs, costs"
    })
    void whatWasAgreedOnIsTheExample(String id, String golden) throws IOException {
        JsonNode example = calls().stream()
                .filter(call -> call.description().get("operationId").asText().equals(id))
                .map(call -> call.answer().path(JSON).path("example"))
                .findFirst()
                .orElseThrow();

        assertThat(example).isEqualTo(MAPPER.readTree(Golden.body(golden)));
    }

    @Test
    void everyCallMayAnswerWithAProblemAndShowsOne() throws IOException {
        String problem = "#/components/responses/Problem";

        assertThat(calls()).allMatch(call -> call.description()
                .at("/responses/default/$ref")
                .asText()
                .equals(problem));
        assertThat(description()
                        .at("/components/responses/Problem/content/application~1problem+json/example/type")
                        .asText())
                .isEqualTo("urn:hotfleet:problem:invalid");
    }

    private static String text(JsonNode example) {
        return example.isTextual() ? example.textValue() : example.toString();
    }

    private static List<Call> calls() throws IOException {
        JsonNode paths = description().get("paths");
        List<Call> calls = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> method.getValue().has("responses"))
                .forEach(method -> calls.add(
                        new Call(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return calls;
    }

    private static JsonNode description() throws IOException {
        String text = given().accept(JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return MAPPER.readTree(text);
    }

    private static List<JsonNode> examples(JsonNode body, String mediaType) {
        JsonNode content = body.path("content").path(mediaType);
        List<JsonNode> examples = new ArrayList<>();
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        content.path("examples").forEach(example -> examples.add(example.get("value")));
        return examples;
    }
}
