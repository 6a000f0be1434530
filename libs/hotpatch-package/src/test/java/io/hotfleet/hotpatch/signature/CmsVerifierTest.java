package io.hotfleet.hotpatch.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.hotpatch.signature.Issuer.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CmsVerifierTest {
    private static final int FLIPS = 1_000;
    private static final byte[] CONTENT = content();
    private static final TestChain CHAIN = new TestChain();
    private static final String CODE = Issuer.CODE_SIGNING;
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final Duration HOUR = Duration.ofHours(1);

    private final CmsVerifier verifier = new CmsVerifier(CHAIN.trust());

    @Test
    void opensWhatTheChainHasSigned() {
        byte[] envelope = CHAIN.sign(CONTENT);

        CmsVerifier.Opened opened = verifier.open(envelope, TestChain.NOW);

        assertThat(opened.content()).isEqualTo(CONTENT);
        assertThat(opened.signed()).isEqualTo(TestChain.NOW);
        assertThat(opened.signer()).isEqualTo("CN=Test signer");
    }

    /// Half of the flips hit the payload, half the few KiB around it, where a bit may be unsigned.
    @Test
    void refusesEverySingleFlippedBit() {
        long seed = Long.getLong("flip.seed", 20261123L);
        System.out.println("single-bit flips: -Dflip.seed=" + seed);
        Random random = new Random(seed);
        byte[] envelope = CHAIN.sign(CONTENT);
        int start = indexOf(envelope, CONTENT);

        for (int i = 0; i < FLIPS; i++) {
            int at = i % 2 == 0 ? start + random.nextInt(CONTENT.length) : around(random, envelope.length, start);
            int bit = random.nextInt(8);
            byte[] flipped = envelope.clone();
            flipped[at] ^= (byte) (1 << bit);
            try {
                verifier.open(flipped, TestChain.NOW);
                fail("seed %d: bit %d of byte %d may be flipped", seed, bit, at);
            } catch (SignatureInvalid refused) {
                assertThat(refused.fault()).isNotNull();
            }
        }
    }

    static Stream<Arguments> refusals() {
        Validity past = new Validity(TestChain.NOW.minus(Duration.ofDays(9)), TestChain.NOW.minus(HOUR));
        Validity future = new Validity(TestChain.NOW.plus(HOUR), TestChain.NOW.plus(Duration.ofDays(9)));
        Issuer middle = CHAIN.intermediate;
        TestChain foreign = new TestChain();
        return Stream.of(
                argumentSet("expired", SignatureFault.CERTIFICATE_EXPIRED, signedBy(middle.identity("x", CODE, past))),
                argumentSet(
                        "not valid yet",
                        SignatureFault.CERTIFICATE_EXPIRED,
                        signedBy(middle.identity("x", CODE, future))),
                argumentSet("self-signed", SignatureFault.SELF_SIGNED, signedBy(TestChain.selfSigned())),
                argumentSet("a chain of the same names", SignatureFault.CHAIN_FOREIGN, foreign.sign(CONTENT)),
                argumentSet("without its intermediate", SignatureFault.CHAIN_FOREIGN, signedBy(leafAlone())),
                argumentSet(
                        "wrong usage",
                        SignatureFault.WRONG_USAGE,
                        signedBy(middle.identity("x", CLIENT, TestChain.YEARS))),
                argumentSet(
                        "stamped with a signer's key",
                        SignatureFault.TIMESTAMP_INVALID,
                        stampedBy(foreign.timestamper)),
                argumentSet(
                        "stamped tomorrow",
                        SignatureFault.TIMESTAMP_INVALID,
                        at(TestChain.NOW.plus(Duration.ofDays(1)))),
                argumentSet("no timestamp", SignatureFault.TIMESTAMP_MISSING, changed(unsigned -> null)),
                argumentSet(
                        "another timestamp", SignatureFault.TIMESTAMP_INVALID, changed(unsigned -> otherTimestamp())),
                argumentSet(
                        "a second attribute", SignatureFault.EXTRA_ATTRIBUTE, changed(CmsVerifierTest::withFurther)),
                argumentSet(
                        "a further certificate",
                        SignatureFault.EXTRA_CERTIFICATE,
                        signedBy(TestChain.with(CHAIN.signer, foreign.signer.certificate()))),
                argumentSet("other contents", SignatureFault.SIGNATURE_INVALID, otherContent()),
                argumentSet("BER", SignatureFault.NOT_DER, ber()),
                argumentSet("something behind", SignatureFault.NOT_DER, Arrays.copyOf(CHAIN.sign(CONTENT), 9_999)),
                argumentSet("nothing", SignatureFault.NOT_DER, new byte[0]),
                argumentSet("another value", SignatureFault.MALFORMED, new byte[] {5, 0}),
                argumentSet("too large", SignatureFault.TOO_LARGE, new byte[CmsVerifier.BYTES_MAX + 1]));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyFlawHasItsCode(SignatureFault flaw, byte[] envelope) {
        assertThatExceptionOfType(SignatureInvalid.class)
                .isThrownBy(() -> verifier.open(envelope, TestChain.NOW))
                .satisfies(is(flaw));
    }

    /// Where a signature happens to end with a zero bit, declaring that bit unused would leave its meaning equal.
    @Test
    void refusesUnusedBitsInACertificatesSignature() {
        Identity even = CHAIN.signer;
        while ((even.certificate().getSignature()[even.certificate().getSignature().length - 1] & 1) != 0) {
            even = CHAIN.intermediate.identity("Even", CODE, TestChain.YEARS);
        }
        byte[] envelope = signedBy(even);
        envelope[indexOf(envelope, even.certificate().getSignature()) - 1] = 1;

        assertThatExceptionOfType(SignatureInvalid.class)
                .isThrownBy(() -> verifier.open(envelope, TestChain.NOW))
                .satisfies(is(SignatureFault.MALFORMED));
    }

    @Test
    void refusesASignerThatWasRevokedBefore() {
        byte[] envelope = CHAIN.sign(CONTENT);
        Trust revoking = CHAIN.trust(Map.of(CHAIN.signer.certificate().getSerialNumber(), TestChain.NOW.minus(HOUR)));

        assertThatExceptionOfType(SignatureInvalid.class)
                .isThrownBy(() -> new CmsVerifier(revoking).open(envelope, TestChain.NOW))
                .satisfies(is(SignatureFault.CERTIFICATE_REVOKED));
    }

    @Test
    void whatWasStampedBeforeTheRevocationStaysGood() {
        byte[] envelope = CHAIN.sign(CONTENT);
        Trust revoking = CHAIN.trust(Map.of(CHAIN.signer.certificate().getSerialNumber(), TestChain.NOW.plus(HOUR)));

        assertThat(new CmsVerifier(revoking)
                        .open(envelope, TestChain.NOW.plus(HOUR))
                        .content())
                .isEqualTo(CONTENT);
    }

    @Test
    void validityIsJudgedAtTheTimestamp() {
        Validity ended = new Validity(TestChain.NOW.minus(Duration.ofDays(9)), TestChain.NOW.plus(HOUR));
        byte[] envelope = signedBy(CHAIN.intermediate.identity("Short", CODE, ended));

        CmsVerifier.Opened opened = verifier.open(envelope, TestChain.NOW.plus(Duration.ofDays(2)));

        assertThat(opened.signer()).isEqualTo("CN=Short");
    }

    @Test
    void needsRevocationListsThatAreUpToDate() {
        byte[] envelope = CHAIN.sign(CONTENT);
        Instant later = TestChain.WEEK.to().plusSeconds(1);

        assertThatExceptionOfType(SignatureInvalid.class)
                .isThrownBy(() -> verifier.open(envelope, later))
                .satisfies(is(SignatureFault.REVOCATION_UNKNOWN));
    }

    private static Consumer<SignatureInvalid> is(SignatureFault flaw) {
        return refused -> assertThat(refused.fault()).as(refused.getMessage()).isEqualTo(flaw);
    }

    private static byte[] signedBy(Identity signer) {
        return CHAIN.signAs(signer, CONTENT);
    }

    private static byte[] stampedBy(Identity timestamper) {
        return new CmsSigner(CHAIN.signer, timestamper).sign(CONTENT, TestChain.NOW);
    }

    private static byte[] at(Instant time) {
        return new CmsSigner(CHAIN.signer, CHAIN.timestamper).sign(CONTENT, time);
    }

    private static Identity leafAlone() {
        return new Identity(CHAIN.signer.key(), List.of(CHAIN.signer.certificate()));
    }

    private static byte[] changed(UnaryOperator<ASN1Set> unsigned) {
        SignedForm form = form(CHAIN.sign(CONTENT));
        return with(form, form.content(), unsigned.apply(form.unsignedAttributes()));
    }

    private static byte[] otherContent() {
        SignedForm form = form(CHAIN.sign(CONTENT));
        byte[] other = CONTENT.clone();
        other[0]++;
        return with(form, other, form.unsignedAttributes());
    }

    private static byte[] with(SignedForm form, byte[] content, ASN1Set unsigned) {
        return new SignedForm(
                        form.type(),
                        content,
                        form.bag(),
                        form.signer(),
                        form.signedAttributes(),
                        form.signature(),
                        unsigned)
                .encoded();
    }

    private static ASN1Set otherTimestamp() {
        return form(CHAIN.sign(content())).unsignedAttributes();
    }

    private static ASN1Set withFurther(ASN1Set unsigned) {
        Attribute further = new Attribute(new ASN1ObjectIdentifier("1.2.3.4"), new DERSet(DERNull.INSTANCE));
        return new DERSet(new ASN1Encodable[] {unsigned.getObjectAt(0), further});
    }

    private static byte[] ber() {
        try {
            ContentInfo outer = ContentInfo.getInstance(SignedForm.der(CHAIN.sign(CONTENT)));
            return new BERSequence(
                            new ASN1Encodable[] {outer.getContentType(), new BERTaggedObject(0, outer.getContent())})
                    .getEncoded(ASN1Encoding.BER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SignedForm form(byte[] envelope) {
        return SignedForm.read(SignedForm.der(envelope));
    }

    private static int around(Random random, int length, int start) {
        int at = random.nextInt(length - CONTENT.length);
        return at < start ? at : at + CONTENT.length;
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i <= whole.length - part.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not a part");
    }

    private static byte[] content() {
        byte[] content = new byte[4_000];
        new Random(7).nextBytes(content);
        return content;
    }
}
