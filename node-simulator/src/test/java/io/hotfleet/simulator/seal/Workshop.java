package io.hotfleet.simulator.seal;

import io.hotfleet.simulator.link.Packages.Trusted;
import io.hotfleet.simulator.manifest.Manifest;
import io.hotfleet.simulator.manifest.ManifestJson;
import io.hotfleet.simulator.seal.Issuer.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/// A chain with all its keys at hand, so that tests can make what nobody should.
public final class Workshop {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Validity YEARS = new Validity(NOW.minus(Duration.ofDays(900)), NOW.plus(Duration.ofDays(900)));
    static final Validity WEEK = new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(6)));

    final Issuer root;
    final Issuer intermediate;
    final Identity signer;
    final Identity timestamper;
    private final Instant at;
    private final Validity week;

    Workshop() {
        this(NOW);
    }

    /// A workshop of that day.
    public Workshop(Instant at) {
        Validity years = new Validity(at.minus(Duration.ofDays(900)), at.plus(Duration.ofDays(900)));
        this.at = at;
        this.week = new Validity(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(6)));
        this.root = Issuer.root("Test root", years);
        this.intermediate = root.intermediate("Test intermediate", years);
        this.signer = intermediate.identity("Test signer", Chain.CODE_SIGNING, years);
        this.timestamper = intermediate.identity("Test clock", Chain.TIME_STAMPING, years);
    }

    /// Another signer of the same chain.
    private Workshop(Workshop before, Identity signer) {
        this.at = before.at;
        this.week = before.week;
        this.root = before.root;
        this.intermediate = before.intermediate;
        this.signer = signer;
        this.timestamper = before.timestamper;
    }

    Trust trust() {
        return trust(Map.of());
    }

    Trust trust(Map<BigInteger, Instant> revoked) {
        return new Trust(root.certificate(), lists(revoked));
    }

    /// What patch-service would tell.
    public Trusted trusted(Map<BigInteger, Instant> revoked) {
        List<String> pem = lists(revoked).stream()
                .map(list -> pem("X509 CRL", list::getEncoded))
                .toList();
        return new Trusted(pem("CERTIFICATE", root.certificate()::getEncoded), pem);
    }

    private List<X509CRL> lists(Map<BigInteger, Instant> revoked) {
        return List.of(root.revocationList(Map.of(), week), intermediate.revocationList(revoked, week));
    }

    /// The DER form of a package with this manifest and these payloads.
    public byte[] sealed(Manifest manifest, List<byte[]> payloads) {
        try {
            ASN1EncodableVector all = new ASN1EncodableVector();
            payloads.forEach(payload -> all.add(new DEROctetString(payload)));
            byte[] json = ManifestJson.write(manifest).getBytes(StandardCharsets.UTF_8);
            return seal(new DERSequence(new ASN1Encodable[] {new DEROctetString(json), new DERSequence(all)})
                    .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, signed with a certificate whose time was over.
    public byte[] sealedLate(Manifest manifest, List<byte[]> payloads) {
        Validity past = new Validity(at.minus(Duration.ofDays(9)), at.minusSeconds(60));
        return new Workshop(this, intermediate.identity("x", Chain.CODE_SIGNING, past)).sealed(manifest, payloads);
    }

    private static String pem(String what, Callable<byte[]> der) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.call());
            return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(byte[] content) {
        return new Sealer(signer, timestamper).seal(content, at);
    }

    byte[] sealAs(Identity other, byte[] content) {
        return new Sealer(other, timestamper).seal(content, at);
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
