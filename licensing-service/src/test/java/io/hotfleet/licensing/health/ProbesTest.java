package io.hotfleet.licensing.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProbesTest {
    @ParameterizedTest
    @CsvSource({"live", "ready", "started"})
    void probesAreUp(String probe) {
        assertThat(Rest.get("/q/health/" + probe).getString("status")).isEqualTo("UP");
    }

    @Test
    void livenessAsksNobodyElse() {
        assertThat(Rest.get("/q/health/live").getList("checks")).isEmpty();
    }

    @Test
    void metricsHaveStableNames() {
        Rest.json("{}").post("/api/v1/eligibility").then().statusCode(200);
        Rest.json("[]").put("/api/v1/fleets/nobody/machines").then().statusCode(404);
        Rest.json("{}").post("/api/v1/fleets/nobody/entitlements").then().statusCode(400);

        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains(
                        "hotfleet_licensing_machines_written_total",
                        "hotfleet_licensing_entitlements_signed_total",
                        "hotfleet_licensing_eligibility_decisions_total");
    }

    @Test
    void everyCallIsDescribed() {
        String description = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(description)
                .contains("\"openapi\" : \"3.1.0\"")
                .contains("/api/v1/eligibility", "/entitlements", "/fixes", "/costs", "/api/v1/connect", "/licence");
    }
}
