package io.hotfleet.patch.fleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Api.Answer;
import io.hotfleet.patch.testing.Signer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntitlementResourceTest {
    @BeforeEach
    void aFleetOfOne() {
        Api.put("fleets/signed", "{\"strategy\": \"HOTPATCH\", \"from\": \"2025-01\", \"to\": \"2025-12\"}")
                .ok();
        Api.put("fleets/signed/machines", "[{\"machine\": \"a\", \"product\": \"windows-server-2025\"}]")
                .ok();
    }

    @Test
    void keepsASignedListAndTakesItTwice() {
        String jws = Signer.sign(claims("hotfleet-licensing", "signed", "a"));

        put(jws).ok();
        JsonNode again = put(jws).ok();

        assertThat(again.get("changed").asInt()).isZero();
        assertThat(Api.get("fleets/signed/machines")
                        .get("items")
                        .get(0)
                        .get("hotpatch")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void refusesAChangedList() {
        String jws = Signer.sign(claims("hotfleet-licensing", "signed", "a"));
        int payload = jws.indexOf('.') + 20;
        char other = jws.charAt(payload) == 'A' ? 'B' : 'A';

        refused(jws.substring(0, payload) + other + jws.substring(payload + 1), "signature");
    }

    @Test
    void refusesAListOfAnotherFleet() {
        refused(Signer.sign(claims("hotfleet-licensing", "another", "a")), "another");
    }

    @Test
    void refusesAnotherIssuer() {
        refused(Signer.sign(claims("somebody", "signed", "a")), "somebody");
    }

    @Test
    void refusesAKeyThatIsNotPublished() throws JoseException {
        EllipticCurveJsonWebKey own = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        own.setKeyId("my-own");

        refused(Signer.sign(claims("hotfleet-licensing", "signed", "a"), own), "my-own");
    }

    @Test
    void refusesAMachineThatTheFleetDoesNotHave() {
        refused(Signer.sign(claims("hotfleet-licensing", "signed", "nobody")), "nobody");
    }

    @Test
    void refusesWhatIsNoSignature() {
        refused("abc", "JWS");
    }

    private static void refused(String jws, String told) {
        Answer answer = put(jws);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("detail").asText()).contains(told);
    }

    private static Answer put(String jws) {
        return Api.put("fleets/signed/entitlements", Map.of("jws", jws));
    }

    private static String claims(String issuer, String fleet, String machine) {
        return """
                {"iss": "%s", "fleet": "%s", "issuedAt": "2024-12-31T00:00:00Z", "validUntil": "2026-03-02T00:00:00Z",
                 "entitlements": [{"machine": "%s", "hotpatch": true, "gates": [], "from": "2024-12-31T00:00:00Z"}]}""".formatted(issuer, fleet, machine);
    }
}
