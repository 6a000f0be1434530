package io.hotfleet.simulator.fleet.agent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.hotfleet.simulator.client.FakePackages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hotpatches that are offered by hand with their packages.
@QuarkusTest
class PackageOfferTest {
    private static final String FLEET = "/api/v1/fleets/hand-packed";
    private static final String PRODUCT = "windows-server-2025";

    @Inject
    FakePackages packages;

    @BeforeEach
    void aFleet() {
        packages.tamper(false);
        given().contentType("application/json")
                .body("{\"from\": \"2025-01-15T00:00:00Z\", \"nodes\": [{\"names\": \"web-[1-4]\"}]}")
                .put(FLEET)
                .then()
                .statusCode(oneOf(200, 201));
    }

    @Test
    void aNodeHooksWhatIsInThePackageThatItIsOffered() {
        String intact = FakePackages.smaller(PRODUCT, "KB2");
        offer("web-1", "KB2", intact)
                .statusCode(202)
                .body("input.digest", equalTo(intact))
                .body("input.seal", equalTo("intact"));
        offer("web-2", "KB2", FakePackages.expired(PRODUCT, "KB2"))
                .statusCode(202)
                .body("input.seal", equalTo("expired"));

        clock("2025-02-13T18:00:00Z");

        node("web-1").body("kb", equalTo("KB2")).body("memory.hooks", greaterThan(0));
        node("web-2").body("failure.code", equalTo("signature-expired")).body("memory.hooks", equalTo(0));
    }

    @Test
    void whatCannotBeAPackageOfTheReleaseIsRefusedOrFoundOut() {
        String other = FakePackages.digest(PRODUCT, "KB3");

        offer("web-3", "KB2", "sha256:12").statusCode(400).body("detail", startsWith("/package"));
        offer("web-3", "KB2-CU", other).statusCode(400).body("detail", startsWith("/package"));
        offer("web-3", "KB2", other).statusCode(202).body("input.seal", equalTo("broken"));
    }

    @Test
    void aRepeatedOfferIsAnsweredAsTheFirstOneWhateverIsFoundNow() {
        String digest = FakePackages.fresh(PRODUCT, "KB3");
        keyed(digest, "once").statusCode(202).body("input.seal", equalTo("intact"));
        packages.tamper(true);
        String other = FakePackages.fresh(PRODUCT, "KB3");

        keyed(digest, "once").statusCode(202).body("seq", equalTo(1)).body("input.digest", equalTo(digest));
        keyed(other, "twice").statusCode(202).body("seq", equalTo(2)).body("input.seal", equalTo("digest-differs"));
        packages.tamper(false);

        keyed(other, "twice").statusCode(202).body("seq", equalTo(2)).body("input.seal", equalTo("digest-differs"));
        keyed(other, "once").statusCode(409);
    }

    private static ValidatableResponse keyed(String digest, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"kb\": \"KB3\", \"package\": \"%s\"}".formatted(digest))
                .post(FLEET + "/nodes/web-4/updates")
                .then();
    }

    private static ValidatableResponse offer(String node, String kb, String digest) {
        return post("/nodes/" + node + "/updates", "{\"kb\": \"%s\", \"package\": \"%s\"}".formatted(kb, digest));
    }

    private static ValidatableResponse node(String node) {
        return given().get(FLEET + "/nodes/" + node).then().statusCode(200);
    }

    private static void clock(String to) {
        post("/clock", "{\"to\": \"" + to + "\"}").statusCode(200);
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(FLEET + path)
                .then();
    }
}
