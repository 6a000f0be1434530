package io.hotfleet.hotpatch.signature;

import io.hotfleet.hotpatch.signature.Issuer.Validity;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A chain with all its keys at hand, so that tests can make what nobody should.
final class TestChain {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Validity YEARS = new Validity(NOW.minus(Duration.ofDays(900)), NOW.plus(Duration.ofDays(900)));
    static final Validity WEEK = new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(6)));

    final Issuer root = Issuer.root("Test root", YEARS);
    final Issuer intermediate = root.intermediate("Test intermediate", YEARS);
    final Identity signer = intermediate.identity("Test signer", Chain.CODE_SIGNING, YEARS);
    final Identity timestamper = intermediate.identity("Test clock", Chain.TIME_STAMPING, YEARS);

    Trust trust() {
        return trust(Map.of());
    }

    Trust trust(Map<BigInteger, Instant> revoked) {
        return new Trust(
                root.certificate(),
                List.of(root.revocationList(Map.of(), WEEK), intermediate.revocationList(revoked, WEEK)));
    }

    byte[] seal(byte[] content) {
        return new CmsSigner(signer, timestamper).seal(content, NOW);
    }

    byte[] sealAs(Identity other, byte[] content) {
        return new CmsSigner(other, timestamper).seal(content, NOW);
    }

    /// A signer that vouches for itself.
    static Identity selfSigned() {
        Issuer itself = Issuer.root("Test signer", YEARS);
        return new Identity(itself.key(), List.of(itself.certificate()));
    }

    static Identity with(Identity identity, X509Certificate further) {
        return new Identity(
                identity.key(),
                List.of(identity.chain().getFirst(), identity.chain().getLast(), further));
    }
}
