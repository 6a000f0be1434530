package io.hotfleet.simulator.fleet.sharding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The service as a pod of a StatefulSet, on Fabric8's own API server.
@QuarkusTest
@QuarkusTestResource(value = TestStatefulSet.class, restrictToAnnotatedClass = true)
class StatefulSetResourceTest {
    private static final String PATH = "/api/v1/simulators";

    @BeforeEach
    void two() {
        put(2).statusCode(200);
    }

    @Test
    void tellsTheNumberAndWhoTellsIt() {
        given().get(PATH)
                .then()
                .statusCode(200)
                .body("statefulSet", equalTo("node-simulator"))
                .body("replicas", equalTo(2))
                .body("ready", equalTo(0))
                .body("ordinal", equalTo(1))
                .body("replicasMax", equalTo(10));
    }

    @Test
    void scales() {
        put(5).statusCode(200).body("replicas", equalTo(5));

        given().get(PATH).then().body("replicas", equalTo(5));
    }

    @Test
    void theSameNumberAgainIsTheSameAnswer() {
        String first = put(5).statusCode(200).extract().asString();

        put(5).statusCode(200).body(equalTo(first));
    }

    @Test
    void moreThanTheLimitIsRefused() {
        put(11).statusCode(400)
                .body("detail", equalTo("/replicas: 11 is not accepted; a whole number from 1 to 10 is"));

        given().get(PATH).then().body("replicas", equalTo(2));
    }

    private static ValidatableResponse put(int replicas) {
        return given().contentType("application/json")
                .body("{\"replicas\": " + replicas + "}")
                .put(PATH)
                .then();
    }
}
