package io.hotfleet.patch;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What those see who run the service.
@QuarkusTest
class OperationsTest {
    private static final String PROBLEM = "#/components/responses/Problem";
    private static final String EXAMPLE = "components.responses.Problem.content.'application/problem+json'.example";

    @Test
    void startedMeansThatTheCatalogueCanBeRead() {
        when().get("/q/health/started")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("catalogue"))
                .body("checks.find { it.name == 'catalogue' }.data.releases", greaterThan(100));
    }

    @Test
    void readinessAsksTheDatabaseAndLivenessAsksNobody() {
        when().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem(containsString("PostgreSQL")));
        when().get("/q/health/live").then().statusCode(200).body("checks.size()", is(0));
    }

    @Test
    void metricsHaveStableNames() {
        when().get("/api/v1/products").then().statusCode(200);

        when().get("/q/metrics").then().statusCode(200).body(containsString("hotfleet_patch_releases"));
    }

    @Test
    void everyOperationOfTheApiHasASummary() {
        assertThat(operations()).isNotEmpty().allSatisfy((_, operation) -> assertThat(operation)
                .containsKey("summary"));
    }

    @Test
    void everyJsonThatIsSentHasAnExample() {
        Map<String, Map<String, Object>> bodies = new TreeMap<>();
        operations().forEach((name, operation) -> {
            JsonPath body = new JsonPath(new JsonObject(operation).encode());
            Map<String, Object> json = body.getMap("requestBody.content.'application/json'");
            if (json != null) {
                bodies.put(name, json);
            }
        });

        assertThat(bodies).isNotEmpty().allSatisfy((_, json) -> assertThat(json).containsKey("examples"));
    }

    @Test
    void everyOperationTellsWhatItAnswersAndWhatAProblemLooksLike() {
        assertThat(operations()).allSatisfy((_, operation) -> {
            Map<String, Object> responses = new JsonPath(new JsonObject(operation).encode()).getMap("responses");
            assertThat(responses).hasSizeGreaterThan(1).containsEntry("default", Map.of("$ref", PROBLEM));
        });
        assertThat(description().getString(EXAMPLE + ".type")).startsWith("urn:hotfleet:problem:");
    }

    private static JsonPath description() {
        return given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .extract()
                .jsonPath();
    }

    /// By method and path.
    private static Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = description().getMap("paths");
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        paths.forEach((path, methods) ->
                methods.forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }
}
