package io.hotfleet.simulator.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.ChunkType;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.Identity;
import io.hotfleet.hotpatch.signature.Issuer;
import io.hotfleet.hotpatch.signature.Issuer.Validity;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.hotpatch.signature.TestChain;
import io.hotfleet.node.workflow.Offer;
import io.hotfleet.simulator.client.Packages;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
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

class VerifiedPackagesTest {
    private static final String PRODUCT = "windows-server-2025";
    private static final String KB = "KB5065474";
    private static final int FLIPS = 1_000;
    private static final byte[] CODE = {7, 8, 9, 10};
    private static final TestChain CHAIN = new TestChain();

    private final Shelf shelf = new Shelf();
    private final VerifiedPackages seals = TestVerifier.of(shelf, Clock.fixed(TestChain.NOW, ZoneOffset.UTC));

    /// What a patch-service that nobody watches hands out.
    private static final class Shelf implements Packages {
        private final Map<String, byte[]> held = new HashMap<>();
        private Map<BigInteger, Instant> revoked = Map.of();
        private TestChain vouching = CHAIN;
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
            return new Trusted(vouching.rootPem(), vouching.revocationListsPem(revoked));
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
        Validity past = new Validity(TestChain.NOW.minus(Duration.ofDays(9)), TestChain.NOW.minusSeconds(60));
        Issuer middle = CHAIN.intermediate;
        Manifest manifest = manifest(KB);
        byte[] content = new byte[] {1, 2, 3};
        byte[] other = {7, 8, 9, 11};
        byte[] longer = {7, 8, 9, 10, 11};
        return Stream.of(
                argumentSet(
                        "expired", SignatureFault.CERTIFICATE_EXPIRED, CHAIN.signAs(identity(middle, past), content)),
                argumentSet("self-signed", SignatureFault.SELF_SIGNED, CHAIN.signAs(TestChain.selfSigned(), content)),
                argumentSet("foreign chain", SignatureFault.CHAIN_FOREIGN, new TestChain().sign(content)),
                argumentSet("no contents", SignatureFault.MANIFEST_INVALID, CHAIN.sign(content)),
                argumentSet("payload missing", SignatureFault.PAYLOAD_DIFFERS, CHAIN.sign(manifest, List.of())),
                argumentSet("payload differs", SignatureFault.PAYLOAD_DIFFERS, CHAIN.sign(manifest, List.of(content))),
                argumentSet(
                        "function differs",
                        SignatureFault.PAYLOAD_DIFFERS,
                        CHAIN.sign(manifest(PRODUCT, KB, digest(other)), List.of(other))),
                argumentSet(
                        "code that is no function's",
                        SignatureFault.PAYLOAD_DIFFERS,
                        CHAIN.sign(manifest(PRODUCT, KB, digest(longer)), List.of(longer))),
                argumentSet(
                        "another product's",
                        SignatureFault.MANIFEST_MISMATCH,
                        CHAIN.sign(manifest("windows-11-24h2", KB, digest(CODE)), payloads())),
                argumentSet(
                        "another release", SignatureFault.MANIFEST_MISMATCH, CHAIN.sign(manifest("KB1"), payloads())),
                argumentSet("no package", SignatureFault.NOT_DER, "text".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatWasPutPastTheServiceIsRefusedByItsCode(SignatureFault flaw, byte[] bytes) {
        String digest = shelf.put(bytes);

        assertThat(flaw(digest)).contains(flaw);
    }

    @Test
    void whatMayComeYetIsAskedForAgain() {
        byte[] bytes = good();
        String digest = digest(bytes);
        Optional<SignatureFault> before = flaw(digest);

        shelf.put(bytes);

        assertThat(before).contains(SignatureFault.MISSING);
        assertThat(seals.find(PRODUCT, KB, digest).manifest()).contains(manifest(KB));
    }

    @Test
    void aRevokedSignerIsRefused() {
        String digest = shelf.put(good());
        shelf.revoked = Map.of(CHAIN.signer.certificate().getSerialNumber(), TestChain.NOW.minusSeconds(60));

        assertThat(flaw(digest)).contains(SignatureFault.CERTIFICATE_REVOKED);
    }

    @Test
    void anotherRootLaterIsNotBelieved() {
        flaw(shelf.put(good()));
        TestChain other = new TestChain();
        shelf.vouching = other;

        assertThat(flaw(shelf.put(other.sign(manifest(KB), payloads())))).contains(SignatureFault.CHAIN_FOREIGN);
    }

    @Test
    void anOfferWithoutAPackageIsRefused() {
        assertThat(flaw(null)).contains(SignatureFault.MISSING);
        assertThat(flaw("sha256:" + "0".repeat(64))).contains(SignatureFault.MISSING);
    }

    /// Under the offer's digest the flip is found by the hash; under its own digest only the seal can find it.
    @Test
    void everySingleFlippedBitIsRefused() {
        long seed = Long.getLong("flip.seed", 20261123L);
        System.out.println("single-bit flips: -Dflip.seed=" + seed);
        Random random = new Random(seed);
        byte[] good = good();
        Inspection inspection = new Inspection(CHAIN.trust(), TestChain.NOW);

        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = good.clone();
            int bit = random.nextInt(good.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(flaw(inspection, flipped, digest(good)))
                    .as("seed %d", seed)
                    .isEqualTo(SignatureFault.DIGEST_DIFFERS);
            if (flaw(inspection, flipped, digest(flipped)) == null) {
                fail("seed %d: bit %d may be flipped", seed, bit);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureFault.class)
    void theWorkflowKnowsEveryFault(SignatureFault fault) {
        assertThat(Offer.Seal.of(fault)).isNotEqualTo(Offer.Seal.INTACT);
    }

    private Optional<SignatureFault> flaw(String digest) {
        return seals.find(PRODUCT, KB, digest).flaw();
    }

    private static SignatureFault flaw(Inspection inspection, byte[] bytes, String digest) {
        try {
            inspection.inspect(bytes, digest);
            return null;
        } catch (SignatureInvalid broken) {
            return broken.fault();
        }
    }

    private static byte[] good() {
        return CHAIN.sign(manifest(KB), payloads());
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
        return issuer.identity("x", Issuer.CODE_SIGNING, validity);
    }

    private static String digest(byte[] bytes) {
        return SyntheticManifests.sha256(bytes);
    }
}
