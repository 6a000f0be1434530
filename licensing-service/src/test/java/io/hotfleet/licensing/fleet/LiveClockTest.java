package io.hotfleet.licensing.fleet;

import static io.hotfleet.licensing.Rest.FLEETS;
import static io.hotfleet.licensing.Rest.json;
import static io.hotfleet.licensing.Rest.ok;
import static io.hotfleet.licensing.Rest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Golden;
import io.hotfleet.licensing.MovableClock;
import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A live fleet whose minutes are seconds, begun in January 2025 while the wall clock shows July.
@QuarkusTest
class LiveClockTest {
    private static final String FLEET = FLEETS + "clock-test";
    private static final String MACHINE = FLEET + "/machines/web-001";
    private static final String CLOCK = FLEET + "/clock";
    private static final String ON = "{\"enabled\": true}";

    @BeforeEach
    void setUpFleet() {
        MovableClock.reset();
        json(Golden.body("put-live-fleet")).put(FLEET).then().statusCode(201);
        String machines = Golden.body("put-machines").replace("\"licence\": \"enabled\"", "\"licence\": \"disabled\"");
        json(machines).put(FLEET + "/machines").then().statusCode(200);
    }

    @AfterEach
    void removeFleet() {
        MovableClock.reset();
        given().delete(FLEET).then().statusCode(204);
    }

    @Test
    void aLicenceArrivesInTheFleetsTime() {
        JsonPath asked = ok(json(ON).put(MACHINE + "/licence").then());
        MovableClock.advance(Duration.ofSeconds(10));
        JsonPath arrived = Rest.get(MACHINE + "/enrolment");

        assertThat(asked.getString("licence.since")).isEqualTo("2025-01-14T17:50:00Z");
        assertThat(arrived.getString("licence.state")).isEqualTo("Enabled");
        assertThat(Rest.get(MACHINE).getString("eligibility.status")).isEqualTo("ELIGIBLE");
    }

    @Test
    void entitlementsHoldInTheFleetsTime() {
        MovableClock.advance(Duration.ofSeconds(30));

        JsonPath claims = claims();

        assertThat(claims.getString("issuedAt")).isEqualTo("2025-01-14T18:20:00Z");
        assertThat(claims.getString("entitlements[0].from")).isEqualTo("2025-01-14T17:50:00Z");
        assertThat(Instant.parse(claims.getString("validUntil")))
                .as("24 hours of the wall clock")
                .isEqualTo("2025-03-15T18:20:00Z");
    }

    @Test
    void aMachineConnectsInTheFleetsTime() {
        String secret = json("{}")
                .post(FLEET + "/onboarding-tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("secret");
        MovableClock.advance(Duration.ofMinutes(1));

        json("{\"hardwareId\": \"hw\", \"machine\": \"new\", \"facts\": {\"product\": \"windows-server-2025\"}}")
                .header("Authorization", "Bearer " + secret)
                .post("/api/v1/connect")
                .then()
                .statusCode(201);

        assertThat(Rest.get(FLEET + "/machines/new").getString("since")).isEqualTo("2025-01-14T18:50:00Z");
    }

    @Test
    void theClockIsShownAndPaced() {
        MovableClock.advance(Duration.ofSeconds(10));

        JsonPath before = Rest.get(CLOCK);
        JsonPath paced = ok(json(Golden.body("clock")).put(CLOCK).then());
        MovableClock.advance(Duration.ofSeconds(10));
        JsonPath after = Rest.get(CLOCK);

        assertThat(before.getMap("")).hasToString("{at=2025-01-14T18:00:00Z, factor=60.0}");
        assertThat(paced.getMap("")).hasToString("{at=2025-01-14T18:00:00Z, factor=1.0}");
        assertThat(after.getString("at")).isEqualTo("2025-01-14T18:00:10Z");
    }

    @Test
    void theSameBodyAgainIsTheSameFleetWhateverItsPaceIsNow() {
        json(Golden.body("clock")).put(CLOCK).then().statusCode(200);

        json(Golden.body("put-live-fleet")).put(FLEET).then().statusCode(200);
        JsonPath problem = problem(json(Rest.LIVE).put(FLEET).then(), 409);

        assertThat(Rest.get(CLOCK).getDouble("factor")).isEqualTo(1);
        assertThat(problem.getString("detail")).contains("2025-01-14T17:50:00Z", "60.0");
        assertThat(Rest.get(FLEET).getDouble("clock.factor")).isEqualTo(60);
    }

    @Test
    void withoutAClockAFleetLivesOnTheWall() {
        json(Rest.LIVE).put(FLEETS + "clock-wall").then().statusCode(201);

        JsonPath clock = Rest.get(FLEETS + "clock-wall/clock");

        given().delete(FLEETS + "clock-wall").then().statusCode(204);
        assertThat(clock.getMap("")).hasToString("{at=2025-07-01T09:00:00Z, factor=1.0}");
    }

    @Test
    void aRehearsalHasNoClockThatRuns() {
        json(Golden.body("put-fleet")).put(FLEETS + "clock-rehearsal").then().statusCode(201);

        JsonPath shown = problem(given().get(FLEETS + "clock-rehearsal/clock").then(), 409);
        JsonPath paced = problem(
                json(Golden.body("clock")).put(FLEETS + "clock-rehearsal/clock").then(), 409);

        given().delete(FLEETS + "clock-rehearsal").then().statusCode(204);
        assertThat(shown.getString("type")).isEqualTo("urn:hotfleet:problem:not-live");
        assertThat(paced.getString("type")).isEqualTo("urn:hotfleet:problem:not-live");
    }

    @Test
    void aPaceIsANumber() {
        assertThat(problem(json("{}").put(CLOCK).then(), 400).getString("errors[0].pointer"))
                .isEqualTo("/factor");
        problem(json("{\"factor\": -1}").put(CLOCK).then(), 400);
        problem(json("{\"factor\": 1}").put(FLEETS + "nobody/clock").then(), 404);
    }

    private static JsonPath claims() {
        String jws = ok(json("{\"machines\": [\"web-001\"]}")
                        .post(FLEET + "/entitlements")
                        .then())
                .getString("jws");
        byte[] payload = Base64.getUrlDecoder().decode(jws.split("\\.")[1]);
        return JsonPath.from(new String(payload, StandardCharsets.UTF_8));
    }
}
