package io.hotfleet.simulator.rehearsal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.hotfleet.simulator.client.FakeLicensing;
import io.hotfleet.simulator.client.FakePatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RehearsalResourceTest {
    private static final String PATH = "/api/v1/rehearsals";
    private static final String FLEET = """
            fleet: small
            servers:
              - name: web-[1-3]
              - name: old-1
                vbs: configured
            """;

    @Inject
    FakePatch patch;

    @Inject
    FakeLicensing licensing;

    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void letEverythingEnd() {
        gate.countDown();
        patch.holdSteps(new CountDownLatch(0));
    }

    @Test
    void playsEveryStrategyAndKeepsTheReport() {
        String id = begin(FLEET, "2025-03");
        String end = events(id);

        assertThat(end).contains("event: end", "\"state\":\"DONE\"", "\"percent\":100");
        report(id, "application/json")
                .body("servers", equalTo(4))
                .body("eligibility.eligible", equalTo(3))
                .body("eligibility.byGate.VBS_NOT_RUNNING", equalTo(1))
                .body("strategies.HOTPATCH.restarts", equalTo(6))
                .body("strategies.HOTPATCH_AFTER_FIXES.fixRestarts", equalTo(1))
                .body("strategies.CUMULATIVE.restarts", equalTo(12))
                .body("strategies.HOTPATCH.forecast", equalTo(null))
                .body("saved.restarts", equalTo(6))
                .body("warnings", hasItem("told by CUMULATIVE"))
                .body("digest", startsWith("sha256:"));
        report(id, "text/csv").body(containsString("HOTPATCH"));
        report(id, "text/html").body(containsString("<html"));
        report(id, "text/plain").body(containsString("small"));
    }

    @Test
    void equalRehearsalsGiveEqualBytesAndLeaveNoFleets() {
        String first = begin(FLEET, "2025-06");
        String second = begin(FLEET, "2025-06");
        events(first);
        events(second);

        assertThat(report(first, "application/json").extract().asByteArray())
                .isEqualTo(report(second, "application/json").extract().asByteArray());
        remove(first).statusCode(204);
        remove(second).statusCode(204);
        assertThat(patch.fleets()).noneMatch(fleet -> fleet.startsWith(first) || fleet.startsWith(second));
        assertThat(licensing.fleets()).noneMatch(fleet -> fleet.startsWith(first));
        given().get(PATH + "/" + first).then().statusCode(404);
    }

    @Test
    void openMonthsAreForecast() {
        String id = begin(FLEET, "2025-06");
        events(id);

        report(id, "application/json")
                .body("strategies.HOTPATCH.forecast.months", equalTo(List.of("2025-04", "2025-05", "2025-06")))
                .body("strategies.HOTPATCH.forecast.runs", equalTo(100))
                .body("strategies.HOTPATCH.months.find { it.month == '2025-04' }.forecast", equalTo(true));
    }

    @Test
    void detailTellsOfEveryMachineAndChangesNothingElse() {
        String plain = begin(FLEET, "2025-03");
        String detailed = id(given().multiPart("files", "fleet.yaml", FLEET.getBytes(StandardCharsets.UTF_8))
                .multiPart("to", "2025-03")
                .multiPart("detail", "true")
                .post(PATH));
        events(plain);
        events(detailed);

        report(detailed, "application/json")
                .body("machinesInDetail.name", equalTo(List.of("web-1", "web-2", "web-3", "old-1")))
                .body("machinesInDetail[3].gates", equalTo(List.of("VBS_NOT_RUNNING")))
                .body("machinesInDetail[3].restarts.CUMULATIVE", equalTo(3))
                .body(
                        "digest",
                        equalTo(report(plain, "application/json").extract().path("digest")));
    }

    @Test
    void aFleetMayComeAsJson() {
        Response begun = given().contentType("application/json")
                .body(
                        "{\"fleet\": {\"fleet\": \"j\", \"servers\": [{\"name\": \"a\"}]}, \"to\": \"2025-02\", \"seed\": 7}")
                .post(PATH);
        events(id(begun));

        report(id(begun), "application/json").body("seed", equalTo(7)).body("servers", equalTo(1));
    }

    @Test
    void theSameKeyBeginsOneRehearsal() {
        String first = id(keyed("key-1", "2025-02"));

        assertThat(id(keyed("key-1", "2025-02"))).isEqualTo(first);
        keyed("key-1", "2025-03")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hotfleet:problem:idempotency-key-reused"));
    }

    @Test
    void aRunningRehearsalTellsItsProgressAndCanBeCancelled() {
        patch.holdSteps(gate);
        String id = begin(FLEET, "2025-03");

        given().get(PATH + "/" + id)
                .then()
                .body("state", equalTo("RUNNING"))
                .body("progress.month", equalTo("2025-01"));
        given().get(PATH + "/" + id + "/report").then().statusCode(409);
        remove(id).statusCode(204);
        assertThat(events(id)).contains("\"state\":\"CANCELLED\"");
    }

    @Test
    void moreThanTheLimitIsAskedToComeLater() {
        patch.holdSteps(gate);
        List<String> running = List.of(begin(FLEET, "2025-02"), begin(FLEET, "2025-02"));

        post(FLEET, "2025-02").then().statusCode(503).header("Retry-After", equalTo("15"));
        gate.countDown();
        running.forEach(this::events);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "from, 2025-13, a month such as 2025-01",
        "from, 2024-12, 2025-01 or later is accepted",
        "from, 2025-04, lies before from",
        "to, 2031-01, up to 60 are accepted",
        "seed, one, a whole number",
        "runs, 10001, from 1 to 10000",
        "detail, maybe, true or false",
        "pricePlan, cheap, 'accepted are dated, it-administrator-2025-03'"
    })
    void whatIsNotAcceptedIsNamed(String field, String value, String said) {
        given().multiPart("files", "fleet.yaml", FLEET.getBytes(StandardCharsets.UTF_8))
                .multiPart("to".equals(field) ? "seed" : "to", "to".equals(field) ? "1" : "2025-03")
                .multiPart(field, value)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(said));
    }

    @Test
    void aBadFleetIsToldInOneLine() {
        post("fleet: x\nservers:\n  - name: a\n    vbs: maybe\n", "2025-03")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:hotfleet:problem:fleet-invalid"))
                .body("detail", containsString("maybe"));
    }

    @Test
    void requestsWithoutAFleetOrWithForeignMembersAreRefused() {
        given().multiPart("to", "2025-03").post(PATH).then().statusCode(400).body("detail", startsWith("/files"));
        given().contentType("application/json")
                .body("{\"fleets\": 1}")
                .post(PATH)
                .then()
                .statusCode(400);
        given().contentType("application/json").body("{").post(PATH).then().statusCode(400);
        given().contentType("application/json").body("null").post(PATH).then().statusCode(400);
    }

    @Test
    void listsTheNewestFirst() {
        String older = begin(FLEET, "2025-01");
        events(older);
        String newer = begin(FLEET, "2025-01");
        events(newer);

        given().get(PATH + "?limit=1")
                .then()
                .body("items[0].id", equalTo(newer))
                .body("next", equalTo(newer));
        given().get(PATH + "?limit=1&after=" + newer).then().body("items[0].id", equalTo(older));
        given().get(PATH + "?limit=0").then().statusCode(400);
    }

    @Test
    void anUnknownRehearsalIsNotFound() {
        given().get(PATH + "/r0").then().statusCode(404);
        given().get(PATH + "/r0/report").then().statusCode(404);
        given().get(PATH + "/r0/events").then().statusCode(404);
        remove("r0").statusCode(404);
    }

    @Test
    void aReportInNoFormThatWeHaveIsNotAcceptable() {
        String id = begin(FLEET, "2025-01");
        events(id);

        given().accept("image/png").get(PATH + "/" + id + "/report").then().statusCode(406);
    }

    private static Response post(String fleet, String to) {
        return given().multiPart("files", "fleet.yaml", fleet.getBytes(StandardCharsets.UTF_8))
                .multiPart("to", to)
                .post(PATH);
    }

    private static Response keyed(String key, String to) {
        return given().header("Idempotency-Key", key)
                .multiPart("files", "fleet.yaml", FLEET.getBytes(StandardCharsets.UTF_8))
                .multiPart("to", to)
                .post(PATH);
    }

    private static String begin(String fleet, String to) {
        return id(post(fleet, to));
    }

    private static String id(Response begun) {
        begun.then().statusCode(202).header("Location", containsString(PATH + "/r"));
        return begun.path("id");
    }

    /// Reads to the last event, hence to the rehearsal's end.
    private String events(String id) {
        return given().get(PATH + "/" + id + "/events").asString();
    }

    private static ValidatableResponse report(String id, String accept) {
        return given().accept(accept)
                .get(PATH + "/" + id + "/report")
                .then()
                .statusCode(200)
                .contentType(startsWith(accept));
    }

    private static ValidatableResponse remove(String id) {
        return given().delete(PATH + "/" + id).then();
    }
}
