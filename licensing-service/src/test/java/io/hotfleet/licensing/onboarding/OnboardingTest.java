package io.hotfleet.licensing.onboarding;

import static io.hotfleet.licensing.Rest.FLEETS;
import static io.hotfleet.licensing.Rest.json;
import static io.hotfleet.licensing.Rest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Golden;
import io.hotfleet.licensing.MovableClock;
import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OnboardingTest {
    private static final String FLEET = FLEETS + "onboarding-test";
    private static final String TOKENS = FLEET + "/onboarding-tokens";

    @BeforeEach
    void setUpFleet() {
        MovableClock.reset();
        json(Rest.LIVE).put(FLEET).then().statusCode(201);
    }

    @AfterEach
    void removeFleet() {
        MovableClock.reset();
        given().delete(FLEET).then().statusCode(204);
    }

    @Test
    void aMachineConnectsAndIsKnownByItsHardware() {
        String secret = token("{}").getString("secret");

        connect(secret, "hw-1", "web-1").statusCode(201);
        JsonPath again =
                connect(secret, "hw-1", "renamed").statusCode(200).extract().jsonPath();

        assertThat(again.getString("machine")).isEqualTo("web-1");
        assertThat(again.getString("eligibility.first")).isEqualTo("LICENCE");
        assertThat(Rest.get(FLEET + "/machines").getList("items.hardwareId")).containsExactly("hw-1");
        assertThat(Rest.get(TOKENS).getInt("items[0].uses")).isEqualTo(1);
    }

    @Test
    void aTokenLetsInAsManyAsItSays() {
        String secret = token("{\"usesMax\": 1}").getString("secret");
        connect(secret, "hw-1", "web-1").statusCode(201);

        problem(connect(secret, "hw-2", "web-2"), 401);

        connect(secret, "hw-1", "web-1").statusCode(200);
    }

    @Test
    void aTokenExpires() {
        String secret = token("{\"validHours\": 1}").getString("secret");
        MovableClock.advance(Duration.ofHours(1));

        problem(connect(secret, "hw-1", "web-1"), 401);
    }

    @Test
    void aRevokedTokenLetsNobodyIn() {
        JsonPath token = token("{}");
        given().delete(TOKENS + "/" + token.getString("token.id")).then().statusCode(204);

        ValidatableResponse answer = connect(token.getString("secret"), "hw-1", "web-1");

        problem(answer, 401);
        answer.header("WWW-Authenticate", "Bearer");
        assertThat(Rest.get(TOKENS).getString("items[0].revokedAt")).isNotNull();
    }

    @Test
    void aTokenThatWasRevokedMeanwhileHasAnotherEntityTag() {
        String path = TOKENS + "/" + token("{}").getString("token.id");
        String seen = given().get(path).header("ETag");
        given().header("If-Match", seen).delete(path).then().statusCode(204);

        problem(given().header("If-Match", seen).delete(path).then(), 412);

        assertThat(Rest.get(path).getString("revokedAt")).isNotNull();
        problem(given().get(TOKENS + "/00000000-0000-0000-0000-000000000000").then(), 404);
    }

    @Test
    void aSecretIsShownOnce() {
        String secret = token("{\"label\": \"rack 7\"}").getString("secret");

        String listed = given().get(TOKENS).then().statusCode(200).extract().asString();

        assertThat(listed).contains("rack 7").doesNotContain(secret).doesNotContain(new Secret(secret).hash());
    }

    @Test
    void theScriptConnectsWithATokenOfItsOwn() {
        String script = json("{\"validHours\": 2}")
                .post(FLEET + "/onboarding-scripts")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        String secret = script.lines()
                .filter(line -> line.startsWith("$token = "))
                .findFirst()
                .orElseThrow()
                .split("'")[1];
        assertThat(script)
                .contains("Win32_DeviceGuard", "$url = 'http://", "2025-07-01T11:00:00Z")
                .doesNotContain("{{");
        connect(secret, "hw-1", "web-1").statusCode(201);
    }

    @Test
    void aMachineThatConnectsAgainKeepsTheWordThatItsLicenceHas() {
        String secret = token("{}").getString("secret");
        connect(secret, "hw-1", "web-1").statusCode(201);
        json("{\"enabled\": true}")
                .put(FLEET + "/machines/web-1/licence")
                .then()
                .statusCode(200);

        JsonPath again =
                connect(secret, "hw-1", "web-1").statusCode(200).extract().jsonPath();

        assertThat(again.getString("eligibility.portalStatus")).isEqualTo("Pending");
    }

    @ParameterizedTest
    @CsvSource({"licence, '\"enabled\"'", "licence, '\"disabled\"'", "optIn, true", "optIn, false"})
    void aMachineTurnsNoSwitchOfItsOwn(String fact, String value) {
        String secret = token("{}").getString("secret");
        String body = "{\"hardwareId\": \"hw-1\", \"machine\": \"web-1\", \"facts\": {\"product\":"
                + " \"windows-server-2025\", \"" + fact + "\": " + value + "}}";

        JsonPath problem = problem(
                json(body)
                        .header("Authorization", "Bearer " + secret)
                        .post("/api/v1/connect")
                        .then(),
                400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo("/facts/" + fact);
        assertThat(problem.getString("errors[0].detail")).contains("switch");
        assertThat(Rest.get(FLEET + "/machines").getList("items")).isEmpty();
    }

    @Test
    void withoutATokenNobodyGetsIn() {
        problem(json(connecting("hw-1", "web-1")).post("/api/v1/connect").then(), 401);
        problem(connect("hfo_guessed", "hw-1", "web-1"), 401);
    }

    @Test
    void rehearsalsTakeNobodyIn() {
        json(Golden.body("put-fleet"))
                .put(FLEETS + "onboarding-rehearsal")
                .then()
                .statusCode(201);

        problem(
                json("{}")
                        .post(FLEETS + "onboarding-rehearsal/onboarding-tokens")
                        .then(),
                409);

        given().delete(FLEETS + "onboarding-rehearsal").then().statusCode(204);
    }

    private static JsonPath token(String wanted) {
        return json(wanted).post(TOKENS).then().statusCode(201).extract().jsonPath();
    }

    private static ValidatableResponse connect(String secret, String hardwareId, String machine) {
        return json(connecting(hardwareId, machine))
                .header("Authorization", "Bearer " + secret)
                .post("/api/v1/connect")
                .then();
    }

    private static String connecting(String hardwareId, String machine) {
        return """
                {"hardwareId": "%s", "machine": "%s", "cluster": null, "facts": {"product": "windows-server-2025",
                 "edition": "standard", "platform": "on-premises", "osBuild": "released", "vbs": "running",
                 "firmware": "uefi-secure-boot", "hotPatchTable": "on", "arc": "connected", "subscription": "active",
                 "updateSource": "windows-update", "cores": 16, "roles": []}}""".formatted(hardwareId, machine);
    }
}
