package io.hotfleet.simulator.fleet.sharding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The service by itself, outside Kubernetes.
@QuarkusTest
class SimulatorResourceTest {
    private static final String PATH = "/api/v1/simulators";

    @Test
    void thereIsOneSimulator() {
        given().get(PATH)
                .then()
                .statusCode(200)
                .body("statefulSet", nullValue())
                .body("replicas", equalTo(1))
                .body("ready", equalTo(1))
                .body("ordinal", equalTo(0));
    }

    @Test
    void nobodyStartsAnother() {
        put("{\"replicas\": 3}").statusCode(409).body("type", equalTo("urn:hotfleet:problem:not-on-kubernetes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"replicas": 0}           | replicas: 0 is not accepted
            {"replicas": 11}          | replicas: 11 is not accepted; a whole number from 1 to 10 is
            {"replicas": -1}          | replicas: -1 is not accepted
            {"replicas": 2.5}         | replicas: 2.5 is not accepted
            {"replicas": "3"}         | replicas: "3" is not accepted
            {"replicas": 99999999999} | replicas: 99999999999 is not accepted
            {"replicas": null}        | replicas: is missing
            {}                        | replicas: is missing
            {"pods": 3}               | pods
            3                         | The body has another shape
            """)
    void whatIsNoNumberOfSimulatorsIsNamed(String body, String detail) {
        put(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hotfleet:problem:invalid"))
                .body("detail", containsString(detail));
    }

    @Test
    void metricsTellOrdinalAndNumber() {
        given().get("/q/metrics")
                .then()
                .body(containsString("hotfleet_simulator_replicas 1.0"))
                .body(containsString("hotfleet_simulator_ordinal 0.0"));
    }

    @Test
    void theApiDescriptionShowsHowToAsk() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/api/v1/simulators'.put.requestBody.content.'application/json'.examples.three.value.replicas",
                        equalTo(3))
                .body("components.schemas.Scaling.properties.replicas.type", equalTo("integer"));
    }

    private static ValidatableResponse put(String body) {
        return given().contentType("application/json").body(body).put(PATH).then();
    }
}
