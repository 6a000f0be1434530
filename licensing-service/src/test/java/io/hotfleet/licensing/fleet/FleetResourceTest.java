package io.hotfleet.licensing.fleet;

import static io.hotfleet.licensing.Rest.FLEETS;
import static io.hotfleet.licensing.Rest.json;
import static io.hotfleet.licensing.Rest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FleetResourceTest {
    private static final String CLOCK = "{\"at\": \"2024-12-31T00:00:00Z\", \"until\": \"2026-03-02T00:00:00Z\"}";

    @Test
    void anotherClockIsAConflict() {
        json(CLOCK).put(FLEETS + "fleet-clock").then().statusCode(201);

        JsonPath problem = problem(json(Rest.LIVE).put(FLEETS + "fleet-clock").then(), 409);

        assertThat(problem.getString("type")).isEqualTo("urn:hotfleet:problem:fleet-differs");
        assertThat(problem.getString("detail")).contains("2024-12-31T00:00:00Z");
    }

    @Test
    void aDeletedFleetIsGoneWithItsMachines() {
        json(CLOCK).put(FLEETS + "fleet-gone").then().statusCode(201);
        json("[{\"machine\": \"a\", \"facts\": {\"product\": \"windows-server-2025\"}}]")
                .put(FLEETS + "fleet-gone/machines")
                .then()
                .statusCode(200);

        given().delete(FLEETS + "fleet-gone").then().statusCode(204);

        given().delete(FLEETS + "fleet-gone").then().statusCode(204);
        problem(given().get(FLEETS + "fleet-gone").then(), 404);
        json(CLOCK).put(FLEETS + "fleet-gone").then().statusCode(201);
        assertThat(Rest.get(FLEETS + "fleet-gone/machines").getList("items")).isEmpty();
    }

    @Test
    void fleetsAreListedPageByPage() {
        json(CLOCK).put(FLEETS + "fleet-page-1").then().statusCode(201);
        json(CLOCK).put(FLEETS + "fleet-page-2").then().statusCode(201);

        JsonPath first = Rest.get("/api/v1/fleets?after=fleet-page&limit=1");
        JsonPath second = Rest.get("/api/v1/fleets?limit=1&after=" + first.getString("next"));

        assertThat(first.getList("items.id")).containsExactly("fleet-page-1");
        assertThat(second.getList("items.id")).containsExactly("fleet-page-2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"at": "2024-12-31T00:00:30Z", "until": "2026-03-02T00:00:00Z"} | /at
            {"at": "yesterday", "until": "2026-03-02T00:00:00Z"}            | /at
            {"at": "2024-12-31T00:00:00Z"}                                  | /until
            {"until": "2024-12-31T00:00:00Z"}                               | /until
            {"at": "2024-12-31T00:00:00Z", "until": "2024-12-31T00:00:00Z"} | /until
            {"At": "2024-12-31T00:00:00Z"}                                  | /At
            {"clock": {"at": "2025-01-14T17:50:30Z"}}                       | /clock/at
            {"clock": {"at": "1999-12-31T23:59:00Z"}}                       | /clock/at
            {"clock": {"factor": -1}}                                       | /clock/factor
            {"clock": {"factor": 1000001}}                                  | /clock/factor
            {"clock": {"factor": "fast"}}                                   | /clock/factor
            {"clock": {"pace": 60}}                                         | /clock/pace
            {"at": "2024-12-31T00:00:00Z", "until": "2026-03-02T00:00:00Z", "clock": {"factor": 60}} | /clock
            """)
    void aClockThatIsNoneIsRefused(String body, String pointer) {
        JsonPath problem = problem(json(body).put(FLEETS + "fleet-refused").then(), 400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"-a", "a%20b", "a'b", "%C3%A4"})
    void aNameThatCannotBeUsedIsRefused(String name) {
        problem(
                given().urlEncodingEnabled(false)
                        .contentType("application/json")
                        .body("{}")
                        .put(FLEETS + name)
                        .then(),
                400);
    }
}
