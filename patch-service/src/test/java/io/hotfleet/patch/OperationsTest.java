package io.hotfleet.patch;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.hotfleet.fixtures.ApiDescription;
import io.quarkus.test.junit.QuarkusTest;
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
    void theApiIsDescribed() {
        ApiDescription.requireASummaryOfEveryOperation();
        ApiDescription.requireAnExampleOfAllJsonThatIsSent();
        ApiDescription.requireThatEveryOperationMayAnswerWithAProblem();
    }
}
