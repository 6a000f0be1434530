package io.hotfleet.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemMappersTest {
    private static final String TRACK = "/api/v1/track";

    @Test
    void nothingAtAPath() {
        problem(when().get("/api/v1/nowhere").then(), 404, "not-found");
    }

    @Test
    void aMethodThatAPathDoesNotTake() {
        problem(when().delete(TRACK).then(), 405, "method-not-allowed");
    }

    @Test
    void aMediaTypeThatAPathDoesNotTake() {
        problem(given().contentType(ContentType.XML).body("<x/>").post(TRACK).then(), 415, "unsupported-media-type");
    }

    @Test
    void aMediaTypeThatAPathCannotGive() {
        problem(given().accept("image/png").get("/api/v1/products").then(), 406, "not-acceptable");
    }

    @Test
    void aBodyThatIsNotJson() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("{\"at\": ")
                        .post(TRACK)
                        .then(),
                400,
                "bad-json");
    }

    @Test
    void aBodyThatIsMissing() {
        problem(given().contentType(ContentType.JSON).post(TRACK).then(), 400, "invalid");
    }

    @Test
    void aValueOfAnotherType() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"yesterday\", \"machines\": []}")
                                .post(TRACK)
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
                                .body("{\"at\": \"2025-01-01T00:00:00Z\", \"machines\": [{\"machine\": {}}]}")
                                .post(TRACK)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/machines/0/machine"));
    }

    @Test
    void aFieldThatBreaksAConstraint() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body(
                                        "{\"at\": \"2025-01-01T00:00:00Z\", \"machines\": [{\"machine\": \"\", \"product\": \"x\"}]}")
                                .post(TRACK)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/machines/0/machine"));
    }

    @Test
    void aBodyOfAnotherShape() {
        problem(given().contentType(ContentType.JSON).body("[]").post(TRACK).then(), 400, "invalid");
    }

    @Test
    void anItemThatIsNull() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"2025-01-01T00:00:00Z\", \"machines\": [null]}")
                                .post(TRACK)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/machines/0"));
    }

    @Test
    void aTimeThatNoFleetLivesIn() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\": \"+999999999-01-01T00:00:00Z\", \"machines\": []}")
                                .post(TRACK)
                                .then(),
                        400,
                        "invalid")
                .body("errors[0].pointer", is("/at"));
    }

    @Test
    void aTextThatTheDatabaseCannotHold() {
        problem(
                given().urlEncodingEnabled(false)
                        .delete("/api/v1/releases/a%00b/KB5066835")
                        .then(),
                400,
                "invalid");
    }

    @Test
    void aBodyThatIsAnnouncedTooLarge() throws IOException {
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 16777217\r\n\r\n";

        String answer = exchange(head.formatted(TRACK));

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
