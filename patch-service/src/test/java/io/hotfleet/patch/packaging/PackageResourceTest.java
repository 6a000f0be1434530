package io.hotfleet.patch.packaging;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.hotfleet.hotpatch.manifest.Contents;
import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.CmsSigner;
import io.hotfleet.hotpatch.signature.Identity;
import io.hotfleet.hotpatch.signature.Issuer;
import io.hotfleet.hotpatch.signature.Issuer.Validity;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.hotfleet.patch.catalog.ShippedReleases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PackageResourceTest {
    private static final int FLIPS = 200;
    private static final int WIRE_EVERY = 50;
    private static final String CMS = "application/pkcs7-mime";
    private static final String PRODUCT = "windows-11-24h2";
    private static final String BASELINE = "KB5055523";
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @Inject
    SigningAuthority authority;

    @Test
    void everyDatedHotpatchOfTheCatalogueHasAPackage() {
        Set<String> hotpatches = ShippedReleases.all().stream()
                .filter(row -> row.track() == TrackEffect.KEEPS && row.releaseDate() != null)
                .map(row -> row.product() + ' ' + row.kb())
                .collect(Collectors.toSet());

        List<PackageView> listed =
                when().get("/api/v1/packages?limit=1000").jsonPath().getList("items", PackageView.class);

        assertThat(listed.stream().map(one -> one.product() + ' ' + one.kb()))
                .containsAll(hotpatches)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPackageIsHandedOutByItsDigest() {
        String digest = when().get("/api/v1/packages?product=windows-server-2025&limit=1")
                .jsonPath()
                .getString("items[0].sha256");

        byte[] bytes = when().get("/api/v1/packages/" + digest)
                .then()
                .statusCode(200)
                .contentType(CMS)
                .header("ETag", '"' + digest.substring("sha256:".length()) + '"')
                .extract()
                .asByteArray();

        assertThat(SyntheticManifests.sha256(bytes)).isEqualTo(digest);
        assertThat(SignedPackage.of(bytes, authority.trust(), authority.now())
                        .manifest()
                        .synthetic())
                .isTrue();
    }

    @Test
    void whoHasAPackageIsNotSentItAgain() {
        String tag =
                when().get("/api/v1/packages/windows-server-2025/KB5065474").header("ETag");

        given().header("If-None-Match", tag)
                .get("/api/v1/packages/windows-server-2025/KB5065474")
                .then()
                .statusCode(304);
    }

    @Test
    void theTrustIsToldWithoutAPrivateKey() {
        String body = when().get("/api/v1/packages/trust")
                .then()
                .statusCode(200)
                .body("root", startsWith("-----BEGIN CERTIFICATE-----"))
                .body("revocationLists[1]", startsWith("-----BEGIN X509 CRL-----"))
                .extract()
                .asString();

        assertThat(body).doesNotContain("PRIVATE");
    }

    @Test
    void anImportedPackageTakesThePlaceOfTheMadeUpOne() {
        byte[] bytes = sealed(contents("KB5058497", 7));

        String taken = put("KB5058497", "", bytes)
                .statusCode(200)
                .body("created", equalTo(true))
                .extract()
                .path("sha256");

        assertThat(taken).isEqualTo(SyntheticManifests.sha256(bytes));
        assertThat(when().get("/api/v1/packages/" + PRODUCT + "/KB5058497").asByteArray())
                .isEqualTo(bytes);
        put("KB5058497", "", bytes).statusCode(200).body("created", equalTo(false));
    }

    @Test
    void anotherPackageForTheSameReleaseReplacesOnlyWhenAsked() {
        byte[] first = sealed(contents("KB5061096", 3));
        byte[] second = sealed(contents("KB5061096", 4));
        put("KB5061096", "", first).statusCode(200);

        put("KB5061096", "", second).statusCode(409).body("type", equalTo("urn:hotfleet:problem:package-differs"));
        put("KB5061096", "?replace=true", second).statusCode(200);
        put("KB5061096", "?replace=true", first).statusCode(200);

        assertThat(when().get("/api/v1/packages/" + PRODUCT + "/KB5061096").asByteArray())
                .isEqualTo(first);
        assertThat(when().get("/api/v1/packages/" + SyntheticManifests.sha256(second))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAForeignChain() {
        byte[] bytes = foreign().sign(contents("KB5058497", 7).encoded(), NOW);

        refused("KB5058497", bytes, "chain-foreign");
    }

    @Test
    void refusesBytesThatAreNoPackage() {
        refused("KB5058497", "not a package".getBytes(StandardCharsets.UTF_8), "not-der");
        refused("KB5058497", seal(new byte[] {1, 2, 3}), "manifest-invalid");
    }

    @Test
    void refusesAPackageOfAnotherRelease() {
        refused("KB5061096", sealed(contents("KB5058497", 7)), "manifest-mismatch");
    }

    @Test
    void refusesAPayloadThatIsNotTheManifests() {
        Contents made = contents("KB5058497", 7);
        List<byte[]> payloads = new ArrayList<>(made.payloads());
        payloads.set(0, new byte[] {1});

        refused("KB5058497", sealed(new Contents(made.manifest(), payloads)), "payload-differs");
    }

    @Test
    void refusesAFunctionThatIsNotTheManifests() {
        Contents made = contents("KB5058497", 7);
        List<byte[]> payloads = new ArrayList<>(made.payloads());
        byte[] changed = payloads.getFirst().clone();
        changed[0] ^= 1;
        payloads.set(0, changed);
        List<Image> images = new ArrayList<>(made.manifest().images());
        Image first = images.getFirst();
        images.set(0, with(first, SyntheticManifests.sha256(changed)));

        refused("KB5058497", sealed(new Contents(with(made.manifest(), images), payloads)), "payload-differs");
    }

    /// Some of them over the wire, too.
    @Test
    void everySingleFlippedBitIsRefusedOnImport() {
        long seed = Long.getLong("flip.seed", 20261125L);
        System.out.println("single-bit flips on import: -Dflip.seed=" + seed);
        Random random = new Random(seed);
        byte[] good = sealed(contents("KB5058497", 7));

        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = good.clone();
            int bit = random.nextInt(good.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> SignedPackage.of(flipped, authority.trust(), authority.now()))
                    .as("seed %d, bit %d", seed, bit)
                    .isInstanceOf(SignatureInvalid.class);
            if (i % WIRE_EVERY == 0) {
                put("KB5058497", "?replace=true", flipped).statusCode(422);
            }
        }
    }

    @Test
    void aReleaseThatIsNoHotpatchHasNoPackage() {
        when().get("/api/v1/packages/windows-server-2025/KB5062553")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:hotfleet:problem:package-not-found"));
    }

    private static ValidatableResponse put(String kb, String query, byte[] bytes) {
        return given().contentType(CMS)
                .body(bytes)
                .put("/api/v1/packages/" + PRODUCT + '/' + kb + query)
                .then();
    }

    private static void refused(String kb, byte[] bytes, String flaw) {
        put(kb, "", bytes).statusCode(422).body("type", equalTo("urn:hotfleet:problem:package-" + flaw));
    }

    /// Contents that somebody else made: another seed.
    private static Contents contents(String kb, long seed) {
        Contents made = new SyntheticManifests(seed).hotpatch(PRODUCT, BASELINE, List.of(kb));
        return new Contents(with(made.manifest(), made.manifest().images()), made.payloads());
    }

    private static Image with(Image image, String payloadDigest) {
        return new Image(
                image.name(),
                image.checksum(),
                image.timeStamp(),
                image.kind(),
                image.publisher(),
                image.bootCritical(),
                image.sizeBytes(),
                image.processes(),
                image.dependencies(),
                payloadDigest,
                image.functions());
    }

    private static Manifest with(Manifest manifest, List<Image> images) {
        return new Manifest(
                manifest.schema(),
                manifest.product(),
                manifest.kb(),
                manifest.sequenceNumber(),
                manifest.baselines(),
                false,
                manifest.foldsIntoFiles(),
                images);
    }

    private byte[] sealed(Contents contents) {
        return seal(contents.encoded());
    }

    private byte[] seal(byte[] content) {
        return authority.signer().sign(content, authority.now());
    }

    private static CmsSigner foreign() {
        Validity years = new Validity(NOW.minus(Duration.ofDays(900)), NOW.plus(Duration.ofDays(900)));
        Issuer root = Issuer.root("Hotfleet development root", years);
        Issuer intermediate = root.intermediate("Hotfleet development intermediate", years);
        Identity signer = intermediate.identity("x", Issuer.CODE_SIGNING, years);
        return new CmsSigner(signer, intermediate.identity("y", Issuer.TIME_STAMPING, years));
    }
}
