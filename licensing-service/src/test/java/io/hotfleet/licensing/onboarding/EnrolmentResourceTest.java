package io.hotfleet.licensing.onboarding;

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
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrolmentResourceTest {
    private static final String FLEET = FLEETS + "enrolment-test";
    private static final String MACHINE = FLEET + "/machines/web-001";
    private static final String ON = "{\"enabled\": true}";
    private static final String OFF = "{\"enabled\": false}";

    @BeforeEach
    void setUpFleet() {
        MovableClock.reset();
        json(Rest.LIVE).put(FLEET).then().statusCode(201);
        String machines = Golden.body("put-machines").replace("\"licence\": \"enabled\"", "\"licence\": \"disabled\"");
        json(machines).put(FLEET + "/machines").then().statusCode(200);
    }

    @AfterEach
    void removeFleet() {
        MovableClock.reset();
        given().delete(FLEET).then().statusCode(204);
    }

    @Test
    void aLicenceArrivesAfterSomeMinutes() {
        JsonPath asked = ok(json(ON).put(MACHINE + "/licence").then());
        JsonPath listed = Rest.get(MACHINE);
        MovableClock.advance(Duration.ofMinutes(10));
        JsonPath arrived = Rest.get(MACHINE + "/enrolment");

        assertThat(asked.getString("licence.state")).isEqualTo("Enabling");
        assertThat(asked.getString("portalStatus")).isEqualTo("Pending");
        assertThat(listed.getString("eligibility.first")).isEqualTo("LICENCE");
        assertThat(listed.getString("eligibility.portalStatus")).isEqualTo("Pending");
        assertThat(arrived.getString("licence.state")).isEqualTo("Enabled");
        assertThat(arrived.getString("portalStatus")).isEqualTo("Enabled");
        assertThat(Rest.get(MACHINE).getString("eligibility.status")).isEqualTo("ELIGIBLE");
    }

    @Test
    void switchesAreListedPageByPage() {
        json(ON).put(MACHINE + "/licence").then().statusCode(200);

        JsonPath first = Rest.get(FLEET + "/enrolments?limit=1");
        JsonPath second = Rest.get(FLEET + "/enrolments?limit=1&after=" + first.getString("next"));

        assertThat(first.getList("items.machine")).containsExactly("sql-ag-01-1");
        assertThat(second.getList("items"))
                .containsExactly(Rest.get(MACHINE + "/enrolment").getMap(""));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void askingTwiceIsAskingOnce() {
        String first = json(ON).put(MACHINE + "/licence")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        MovableClock.advance(Duration.ofMinutes(2));

        String second = json(ON).put(MACHINE + "/licence")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aLicenceThatIsGivenBackIsCanceled() {
        json(ON).put(MACHINE + "/licence").then().statusCode(200);
        MovableClock.advance(Duration.ofMinutes(10));
        json(OFF).put(MACHINE + "/licence").then().statusCode(200);
        MovableClock.advance(Duration.ofMinutes(10));

        JsonPath enrolment = Rest.get(MACHINE + "/enrolment");

        assertThat(enrolment.getString("licence.state")).isEqualTo("Disabled");
        assertThat(enrolment.getString("portalStatus")).isEqualTo("Canceled");
        assertThat(Rest.get(FLEET + "/costs?from=2025-07&to=2025-07").getString("total"))
                .isEqualTo("0.39");
    }

    @Test
    void optingOutPausesWithoutGivingTheLicenceBack() {
        json(ON).put(MACHINE + "/licence").then().statusCode(200);
        MovableClock.advance(Duration.ofMinutes(10));

        JsonPath out = ok(json(OFF).put(MACHINE + "/opt-in").then());

        assertThat(out.getString("licence.state")).isEqualTo("Enabled");
        assertThat(out.getBoolean("optIn")).isFalse();
        assertThat(out.getString("portalStatus")).isEqualTo("Disabled");
    }

    @Test
    void aLicenceThatWillFailIsPendingAndThenAsksForAction() {
        patch("{\"arc\": \"disconnected\"}");
        json(ON).put(MACHINE + "/licence").then().statusCode(200);

        String asked = word();
        MovableClock.advance(Duration.ofMinutes(10));
        String failed = word();

        assertThat(asked).isEqualTo("Pending");
        assertThat(failed).isEqualTo("Action Required");
    }

    @Test
    void aLicenceThatAnInventorySawComeAndGoIsCanceled() {
        patch("{\"licence\": \"enabled\"}");
        MovableClock.advance(Duration.ofMinutes(1));
        patch("{\"licence\": \"disabled\"}");

        assertThat(word()).isEqualTo("Canceled");
    }

    @Test
    void aLicenceThatFailedOnceMayStillHaveBeenSeenLater() {
        patch("{\"arc\": \"disconnected\"}");
        json(ON).put(MACHINE + "/licence").then().statusCode(200);
        MovableClock.advance(Duration.ofMinutes(10));
        json(OFF).put(MACHINE + "/licence").then().statusCode(200);
        patch("{\"licence\": \"enabled\"}");
        MovableClock.advance(Duration.ofMinutes(1));
        patch("{\"licence\": \"disabled\"}");

        assertThat(word()).isEqualTo("Canceled");
    }

    @Test
    void ofALicenceThatNobodyKnowsThereIsNoWord() {
        patch("{\"licence\": \"unknown\"}");

        assertThat(word()).isNull();
    }

    @Test
    void rehearsalsHaveNoSwitches() {
        json(Golden.body("put-fleet"))
                .put(FLEETS + "enrolment-rehearsal")
                .then()
                .statusCode(201);

        JsonPath problem = problem(
                json(ON).put(FLEETS + "enrolment-rehearsal/machines/x/licence").then(), 409);

        given().delete(FLEETS + "enrolment-rehearsal").then().statusCode(204);
        assertThat(problem.getString("type")).isEqualTo("urn:hotfleet:problem:not-live");
    }

    @Test
    void aSwitchIsOnOrOff() {
        problem(json("{\"enabled\": \"maybe\"}").put(MACHINE + "/licence").then(), 400);
        problem(json("{}").put(MACHINE + "/opt-in").then(), 400);
        problem(json(ON).put(FLEET + "/machines/nobody/opt-in").then(), 404);
    }

    private static void patch(String facts) {
        json("[{\"machine\": \"web-001\", \"facts\": " + facts + "}]")
                .patch(FLEET + "/machines")
                .then()
                .statusCode(200);
    }

    /// The portal's word, and proof that every answer has the same.
    private static String word() {
        String word = Rest.get(MACHINE + "/enrolment").getString("portalStatus");
        assertThat(Rest.get(MACHINE).getString("eligibility.portalStatus")).isEqualTo(word);
        assertThat(Rest.get(FLEET + "/machines")
                        .getString("items.find { it.machine == 'web-001' }.eligibility.portalStatus"))
                .isEqualTo(word);
        return word;
    }
}
