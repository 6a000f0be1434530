package io.hotfleet.simulator.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.simulator.link.Packages;
import io.hotfleet.simulator.manifest.Manifest;
import io.hotfleet.simulator.manifest.Manifest.ChunkType;
import io.hotfleet.simulator.manifest.Manifest.Function;
import io.hotfleet.simulator.manifest.Manifest.Image;
import io.hotfleet.simulator.manifest.SyntheticManifests;
import io.hotfleet.simulator.seal.Issuer.Validity;
import io.hotfleet.simulator.workflow.Offer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SealsTest {
    private static final String PRODUCT = "windows-server-2025";
    private static final String KB = "KB5065474";
    private static final int FLIPS = 1_000;
    private static final byte[] CODE = {7, 8, 9, 10};
    private static final Workshop SHOP = new Workshop();

    private final Shelf shelf = new Shelf();
    private final Seals seals = Seals.withDefaults(shelf, Clock.fixed(Workshop.NOW, ZoneOffset.UTC));

    /// What a patch-service that nobody watches hands out.
    private static final class Shelf implements Packages {
        private final Map<String, byte[]> held = new HashMap<>();
        private Map<BigInteger, Instant> revoked = Map.of();
        private Workshop vouching = SHOP;
        private int fetched;

        String put(byte[] bytes) {
            String digest = digest(bytes);
            held.put(digest, bytes);
            return digest;
        }

        @Override
        public byte[] fetch(String digest) {
            fetched++;
            return held.get(digest);
        }

        @Override
        public Trusted trusted() {
            return vouching.trusted(revoked);
        }
    }

    @Test
    void aGoodPackageMayBeLoadedAndIsFetchedOnce() {
        String digest = shelf.put(good());

        for (int machine = 0; machine < 100; machine++) {
            assertThat(flaw(digest)).isEmpty();
        }

        assertThat(shelf.fetched).isEqualTo(1);
    }

    static Stream<Arguments> refusals() {
        Validity past = new Validity(Workshop.NOW.minus(Duration.ofDays(9)), Workshop.NOW.minusSeconds(60));
        Issuer middle = SHOP.intermediate;
        Manifest manifest = manifest(KB);
        byte[] content = new byte[] {1, 2, 3};
        byte[] other = {7, 8, 9, 11};
        byte[] longer = {7, 8, 9, 10, 11};
        return Stream.of(
                argumentSet("expired", Flaw.CERTIFICATE_EXPIRED, SHOP.sealAs(identity(middle, past), content)),
                argumentSet("self-signed", Flaw.SELF_SIGNED, SHOP.sealAs(Workshop.selfSigned(), content)),
                argumentSet("foreign chain", Flaw.CHAIN_FOREIGN, new Workshop().seal(content)),
                argumentSet("no contents", Flaw.MANIFEST_INVALID, SHOP.seal(content)),
                argumentSet("payload missing", Flaw.PAYLOAD_DIFFERS, SHOP.sealed(manifest, List.of())),
                argumentSet("payload differs", Flaw.PAYLOAD_DIFFERS, SHOP.sealed(manifest, List.of(content))),
                argumentSet(
                        "function differs",
                        Flaw.PAYLOAD_DIFFERS,
                        SHOP.sealed(manifest(PRODUCT, KB, digest(other)), List.of(other))),
                argumentSet(
                        "code that is no function's",
                        Flaw.PAYLOAD_DIFFERS,
                        SHOP.sealed(manifest(PRODUCT, KB, digest(longer)), List.of(longer))),
                argumentSet(
                        "another product's",
                        Flaw.MANIFEST_MISMATCH,
                        SHOP.sealed(manifest("windows-11-24h2", KB, digest(CODE)), payloads())),
                argumentSet("another release", Flaw.MANIFEST_MISMATCH, SHOP.sealed(manifest("KB1"), payloads())),
                argumentSet("no package", Flaw.NOT_DER, "text".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatWasPutPastTheServiceIsRefusedByItsCode(Flaw flaw, byte[] bytes) {
        String digest = shelf.put(bytes);

        assertThat(flaw(digest)).contains(flaw);
    }

    @Test
    void whatMayComeYetIsAskedForAgain() {
        byte[] bytes = good();
        String digest = digest(bytes);
        Optional<Flaw> before = flaw(digest);

        shelf.put(bytes);

        assertThat(before).contains(Flaw.MISSING);
        assertThat(seals.find(PRODUCT, KB, digest).manifest()).contains(manifest(KB));
    }

    @Test
    void aRevokedSignerIsRefused() {
        String digest = shelf.put(good());
        shelf.revoked = Map.of(SHOP.signer.certificate().getSerialNumber(), Workshop.NOW.minusSeconds(60));

        assertThat(flaw(digest)).contains(Flaw.CERTIFICATE_REVOKED);
    }

    @Test
    void anotherRootLaterIsNotBelieved() {
        flaw(shelf.put(good()));
        Workshop other = new Workshop();
        shelf.vouching = other;

        assertThat(flaw(shelf.put(other.sealed(manifest(KB), payloads())))).contains(Flaw.CHAIN_FOREIGN);
    }

    @Test
    void anOfferWithoutAPackageIsRefused() {
        assertThat(flaw(null)).contains(Flaw.MISSING);
        assertThat(flaw("sha256:" + "0".repeat(64))).contains(Flaw.MISSING);
    }

    /// Under the offer's digest the flip is found by the hash; under its own digest only the seal can find it.
    @Test
    void everySingleFlippedBitIsRefused() {
        long seed = Long.getLong("flip.seed", 20261123L);
        System.out.println("single-bit flips: -Dflip.seed=" + seed);
        Random random = new Random(seed);
        byte[] good = good();
        Inspection inspection = new Inspection(SHOP.trust(), Workshop.NOW);

        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = good.clone();
            int bit = random.nextInt(good.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(flaw(inspection, flipped, digest(good)))
                    .as("seed %d", seed)
                    .isEqualTo(Flaw.DIGEST_DIFFERS);
            if (flaw(inspection, flipped, digest(flipped)) == null) {
                fail("seed %d: bit %d may be flipped", seed, bit);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void theWorkflowKnowsEveryFlaw(Flaw flaw) {
        assertThat(flaw.seal()).isNotEqualTo(Offer.Seal.INTACT);
    }

    private Optional<Flaw> flaw(String digest) {
        return seals.find(PRODUCT, KB, digest).flaw();
    }

    private static Flaw flaw(Inspection inspection, byte[] bytes, String digest) {
        try {
            inspection.inspect(bytes, digest);
            return null;
        } catch (SealBroken broken) {
            return broken.flaw();
        }
    }

    private static byte[] good() {
        return SHOP.sealed(manifest(KB), payloads());
    }

    private static List<byte[]> payloads() {
        return List.of(CODE);
    }

    private static Manifest manifest(String kb) {
        return manifest(PRODUCT, kb, digest(CODE));
    }

    /// One image with two functions, of three bytes and one.
    private static Manifest manifest(String product, String kb, String payload) {
        Image image = new SyntheticManifests(1).images(PRODUCT, "KB5062553").getFirst();
        List<Function> functions = List.of(
                function(image, 0x1010, Arrays.copyOf(CODE, 3)),
                function(image, 0x2010, Arrays.copyOfRange(CODE, 3, 4)));
        return new Manifest(
                Manifest.SCHEMA,
                product,
                kb,
                1,
                List.of("KB5062553"),
                true,
                false,
                List.of(image.with(false, payload, functions)));
    }

    private static Function function(Image image, int rva, byte[] code) {
        return new Function(rva, 64, code.length, ChunkType.FUNCTION, image.prologue(rva), digest(code), List.of());
    }

    private static Identity identity(Issuer issuer, Validity validity) {
        return issuer.identity("x", Chain.CODE_SIGNING, validity);
    }

    private static String digest(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(Verifier.sha256(bytes));
    }
}
