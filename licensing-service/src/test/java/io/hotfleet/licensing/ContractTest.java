package io.hotfleet.licensing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The golden bodies, call by call, as a rehearsal sends them.
@QuarkusTest
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLEET = "/api/v1/fleets/r1-HOTPATCH";

    @AfterEach
    void removeFleet() {
        given().delete(FLEET).then().statusCode(204);
    }

    @Test
    void eligibilityAnswersAsAgreed() throws Exception {
        String answer = json(Golden.body("eligibility-request"))
                .post("/api/v1/eligibility")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(JSON.readTree(answer)).isEqualTo(golden("eligibility-response"));
    }

    @Test
    void theSameFleetAndMachinesToldTwiceChangeNothing() throws Exception {
        putFleet(201);
        json(Golden.body("put-machines")).put(FLEET + "/machines").then().statusCode(200);

        putFleet(200);
        String again = json(Golden.body("put-machines"))
                .put(FLEET + "/machines")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(JSON.readTree(again))
                .isEqualTo(JSON.readTree("{\"received\":2,\"created\":0,\"unchanged\":2,\"replaced\":0}"));
    }

    @Test
    void entitlementsAreSignedAsAgreed() throws Exception {
        putFleet(201);
        putLegacyAndWeb();

        JsonNode answer = JSON.readTree(json(Golden.body("entitlements-request"))
                .post(FLEET + "/entitlements")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(verified(answer.get("jws").asText())).isEqualTo(golden("entitlement-claims"));
        assertThat(answer.get("machines").asInt()).isEqualTo(2);
        assertThat(answer.get("next").isNull()).isTrue();
    }

    @Test
    void aPatchedMachineIsEntitledFromThatMinuteOn() throws Exception {
        putFleet(201);
        putLegacyAndWeb();
        json(Golden.body("patch-machines")).patch(FLEET + "/machines").then().statusCode(200);

        JsonNode answer = JSON.readTree(json("{\"machines\": [\"legacy-01\"]}")
                .post(FLEET + "/entitlements")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        JsonNode entry =
                verified(answer.get("jws").asText()).get("entitlements").get(0);
        assertThat(entry)
                .isEqualTo(
                        JSON.readTree(
                                "{\"machine\":\"legacy-01\",\"hotpatch\":true,\"gates\":[],\"from\":\"2025-01-01T00:09:00Z\"}"));
    }

    @Test
    void fixesAreListedAsAgreed() throws Exception {
        putFleet(201);
        json("[" + machine("legacy-01", "configured", "false", 16) + "," + machine("web-001", "running", "true", 8)
                        + "]")
                .put(FLEET + "/machines")
                .then()
                .statusCode(200);

        String answer =
                given().get(FLEET + "/fixes").then().statusCode(200).extract().asString();

        assertThat(JSON.readTree(answer)).isEqualTo(golden("fixes"));
    }

    @Test
    void costsAreAsAgreed() throws Exception {
        putFleet(201);
        putContoso();

        String answer = given().get(FLEET + "/costs?from=2025-06&to=2025-07&plan=dated")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(JSON.readTree(answer)).isEqualTo(golden("costs"));
    }

    /// The fleet of the product's example: 120 web servers, a cluster of four, ten with VBS not running.
    private static void putContoso() {
        StringBuilder lines = new StringBuilder();
        for (int n = 1; n <= 120; n++) {
            lines.append(machine("web-%03d".formatted(n), "running", "true", 8)).append('\n');
        }
        for (int n = 1; n <= 10; n++) {
            lines.append(machine("legacy-%02d".formatted(n), "configured", "true", 16))
                    .append('\n');
        }
        for (int n = 1; n <= 4; n++) {
            lines.append(machine("sql-ag-01-" + n, "running", "true", 16)).append('\n');
        }
        given().contentType("application/x-ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                .put(FLEET + "/machines")
                .then()
                .statusCode(200);
    }

    private static void putLegacyAndWeb() {
        json("[" + machine("legacy-01", "configured", "true", 16) + "," + machine("web-001", "running", "true", 8)
                        + "]")
                .put(FLEET + "/machines")
                .then()
                .statusCode(200);
    }

    private static void putFleet(int status) {
        json(Golden.body("put-fleet")).put(FLEET).then().statusCode(status);
    }

    private static String machine(String name, String vbs, String optIn, int cores) {
        try {
            ObjectNode machine = (ObjectNode) golden("put-machines").get(0);
            ObjectNode facts = (ObjectNode) machine.get("facts");
            machine.put("machine", name);
            facts.put("vbs", vbs).put("optIn", Boolean.parseBoolean(optIn)).put("cores", cores);
            return machine.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode verified(String jws) throws Exception {
        List<JsonWebKey> keys = new JsonWebKeySet(given().get("/.well-known/jwks.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getJsonWebKeys();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        JsonWebKey key = keys.stream()
                .filter(one -> one.getKeyId().equals(signature.getKeyIdHeaderValue()))
                .findFirst()
                .orElseThrow();
        signature.setKey(key.getKey());
        assertThat(signature.getAlgorithmHeaderValue()).isEqualTo("ES256");
        assertThat(signature.verifySignature()).isTrue();
        return JSON.readTree(signature.getPayload());
    }

    private static JsonNode golden(String name) throws Exception {
        return JSON.readTree(Golden.body(name));
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }
}
