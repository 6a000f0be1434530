package io.hotfleet.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemMappersTest {
    private static final String SAMPLES = "/samples";

    @Test
    void nothingAtAPath() {
        problem(when().get("/api/v1/nowhere").then(), 404, "not-found");
    }

    @Test
    void aMethodThatAPathDoesNotTake() {
        problem(when().delete(SAMPLES).then(), 405, "method-not-allowed");
    }

    @Test
    void aMediaTypeThatAPathDoesNotTake() {
        problem(given().contentType(ContentType.XML).body("<x/>").post(SAMPLES).then(), 415, "unsupported-media-type");
    }

    @Test
    void aMediaTypeThatAPathCannotGive() {
        problem(given().accept("image/png").get(SAMPLES).then(), 406, "not-acceptable");
    }

    @Test
    void aBodyThatIsNotJson() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("{\"at\": ")
                        .post(SAMPLES)
                        .then(),
                400,
                "bad-json");
    }

    @Test
    void aBodyThatIsMissing() {
        problem(given().contentType(ContentType.JSON).post(SAMPLES).then(), 400, "invalid");
    }

    @Test
    void aValueOfAnotherType() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"yesterday\", \"items\": []}")
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/at"))
                .body("errors[0].detail", containsString("'yesterday' is not accepted; expected a time"));
    }

    @Test
    void aValueOfAnotherShape() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"2025-01-01T00:00:00Z\", \"items\": [{\"name\": {}}]}")
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/items/0/name"));
    }

    @Test
    void aFieldThatBreaksAConstraint() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"2025-01-01T00:00:00Z\", \"items\": [{\"name\": \"\"}]}")
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/items/0/name"));
    }

    @Test
    void aBodyOfAnotherShape() {
        problem(given().contentType(ContentType.JSON).body("[]").post(SAMPLES).then(), 400, "invalid");
    }

    @Test
    void anItemThatIsNull() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"2025-01-01T00:00:00Z\", \"items\": [null]}")
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/items/0"));
    }

    @Test
    void aFieldThatIsNotKnown() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"2025-01-01T00:00:00Z\", \"items\": [{\"na/me\": \"a\"}]}")
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/items/0/na~1me"))
                .body("errors[0].detail", is("is not known; accepted are name, unit"));
    }

    @Test
    void allThatBreaksAConstraintIsToldAtOnce() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"items\": [{\"name\": \"a\"}, {\"name\": \" \"}]}")
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid")
                .body("errors.pointer", is(List.of("/at", "/items/1/name")))
                .body("detail", is("/at: must not be null (and 1 more)"));
    }

    @Test
    void faultsOfTheBodyAndOfParametersAreToldApart() {
        problem(when().get(SAMPLES + "/failures/many").then(), 400, "invalid")
                .body(
                        "errors",
                        is(List.of(
                                Map.of("pointer", "/a", "detail", "is wrong"),
                                Map.of("parameter", "b", "detail", "is wrong, too"))));
    }

    @Test
    void whatHasNoFieldsAtFaultDoesNotListThem() {
        problem(when().get(SAMPLES + "/failures/later").then(), 503, "node-busy")
                .body("$", not(hasKey("errors")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "many", "-5", "99999999999"})
    void aLimitThatNoPageHas(String limit) {
        problem(when().get(SAMPLES + "?limit=" + limit).then(), 400, "invalid")
                .body("errors[0].parameter", is("limit"))
                .body("errors[0].detail", is("'" + limit + "' is not a whole number from 1 to 1,000"));
    }

    @Test
    void aCursorThatNoPageGave() {
        problem(given().urlEncodingEnabled(false).get(SAMPLES + "?after=a%00b").then(), 400, "invalid")
                .body("errors[0].parameter", is("after"));
    }

    @Test
    void aPageHasAHundredItemsUnlessTold() {
        when().get(SAMPLES).then().statusCode(200).body("items[0]", is("|100"));
        when().get(SAMPLES + "?limit=1000&after=a").then().statusCode(200).body("items[0]", is("a|1000"));
    }

    @Test
    void aBatchThatIsNoArray() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("{}")
                        .post(SAMPLES + "/batch")
                        .then(),
                400,
                "invalid");
    }

    @Test
    void aBatchOfTooManyItems() {
        String body = "[" + "1,".repeat(1_000) + "1]";

        problem(
                given().contentType(ContentType.JSON)
                        .body(body)
                        .post(SAMPLES + "/batch")
                        .then(),
                413,
                "too-large");
    }

    @Test
    void whoeverComesTooEarlyIsToldWhenToComeAgain() {
        when().get(SAMPLES + "/failures/later").then().statusCode(503).header("Retry-After", is("2"));
    }

    @Test
    void whoeverIsNotKnownIsToldHowToBe() {
        problem(when().get(SAMPLES + "/failures/stranger").then(), 401, "not-admitted")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aFailureIsWhatItsTranslatorSays() {
        problem(when().get(SAMPLES + "/failures/known").then(), 503, "overloaded");
    }

    @Test
    void aFailureOfOursTellsNothingOfOurInside() {
        problem(when().get(SAMPLES + "/failures/secret").then(), 500, "internal")
                .body("detail", not(containsString("secret")));
    }

    @Test
    void theDescriptionOfTheApiTellsOfProblems() {
        when().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/samples'.get.responses.default.$ref", is("#/components/responses/Problem"))
                .body("paths.'/samples'.get.parameters.name", is(List.of("after", "limit")))
                .body("components.schemas.Limit.maximum", is(1000))
                .body("components.responses.Problem.content.'application/problem+json'.example.status", is(400));
    }

    @Test
    void aBodyThatIsAnnouncedTooLarge() throws IOException {
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n";

        String answer = exchange(head.formatted(SAMPLES));

        assertThat(answer).startsWith("HTTP/1.1 413").contains(Problem.MEDIA_TYPE, "urn:hotfleet:problem:too-large");
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("urn:hotfleet:problem:" + code))
                .body("status", is(status))
                .body("detail", not(containsString("io.hotfleet")));
    }
}
