package io.hotfleet.hotpatch.signature;

import io.hotfleet.hotpatch.manifest.Contents;
import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.signature.Issuer.Validity;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A chain with all its keys at hand, so that tests can make what nobody should.
public final class TestChain {
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Validity YEARS = new Validity(NOW.minus(Duration.ofDays(900)), NOW.plus(Duration.ofDays(900)));
    static final Validity WEEK = new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(6)));

    final Issuer root;
    public final Issuer intermediate;
    public final Identity signer;
    final Identity timestamper;
    private final Instant at;
    private final Validity week;

    public TestChain() {
        this(NOW);
    }

    /// A chain of that day.
    public TestChain(Instant at) {
        Validity years = new Validity(at.minus(Duration.ofDays(900)), at.plus(Duration.ofDays(900)));
        this.at = at;
        this.week = new Validity(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(6)));
        this.root = Issuer.root("Test root", years);
        this.intermediate = root.intermediate("Test intermediate", years);
        this.signer = intermediate.identity("Test signer", Issuer.CODE_SIGNING, years);
        this.timestamper = intermediate.identity("Test clock", Issuer.TIME_STAMPING, years);
    }

    /// Another signer of the same chain.
    private TestChain(TestChain before, Identity signer) {
        this.at = before.at;
        this.week = before.week;
        this.root = before.root;
        this.intermediate = before.intermediate;
        this.signer = signer;
        this.timestamper = before.timestamper;
    }

    public Trust trust() {
        return trust(Map.of());
    }

    Trust trust(Map<BigInteger, Instant> revoked) {
        return new Trust(root.certificate(), lists(revoked));
    }

    public String rootPem() {
        return Certificates.pem(root.certificate());
    }

    /// The revocation lists, one text each.
    public List<String> revocationListsPem(Map<BigInteger, Instant> revoked) {
        return lists(revoked).stream().map(Certificates::pem).toList();
    }

    private List<X509CRL> lists(Map<BigInteger, Instant> revoked) {
        return List.of(root.revocationList(Map.of(), week), intermediate.revocationList(revoked, week));
    }

    /// A package with this manifest and these payloads, whether they fit or not.
    public byte[] sign(Manifest manifest, List<byte[]> payloads) {
        return sign(new Contents(manifest, payloads).encoded());
    }

    /// The same, signed with a certificate whose time was over.
    public byte[] signLate(Manifest manifest, List<byte[]> payloads) {
        Validity past = new Validity(at.minus(Duration.ofDays(9)), at.minusSeconds(60));
        return new TestChain(this, intermediate.identity("x", Issuer.CODE_SIGNING, past)).sign(manifest, payloads);
    }

    public byte[] sign(byte[] content) {
        return new CmsSigner(signer, timestamper).sign(content, at);
    }

    public byte[] signAs(Identity other, byte[] content) {
        return new CmsSigner(other, timestamper).sign(content, at);
    }

    /// A signer that vouches for itself.
    public static Identity selfSigned() {
        Issuer itself = Issuer.root("Test signer", YEARS);
        return new Identity(itself.key(), List.of(itself.certificate()));
    }

    static Identity with(Identity identity, X509Certificate further) {
        return new Identity(
                identity.key(),
                List.of(identity.chain().getFirst(), identity.chain().getLast(), further));
    }
}
