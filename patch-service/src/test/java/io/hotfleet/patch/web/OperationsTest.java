package io.hotfleet.patch.web;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What those see who run the service.
@QuarkusTest
class OperationsTest {
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
        Map<String, Map<String, Map<String, Object>>> paths = given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .extract()
                .path("paths");

        List<String> silent = paths.entrySet().stream()
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(method -> !method.getValue().containsKey("summary"))
                        .map(method -> method.getKey() + " " + path.getKey()))
                .toList();

        assertThat(paths).isNotEmpty();
        assertThat(silent).isEmpty();
    }
}
