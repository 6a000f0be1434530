package io.hotfleet.hotpatch.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// Accepts a package that the chain of the configured root has signed, at a time that the chain has stamped.
///
/// The order of the checks is fixed, so that one fault always has one code: form, attributes, certificates,
/// signature, the chain as it was at the time of the timestamp, and last the chain of the timestamp itself.
public final class CmsVerifier {
    /// A quarter's last hotpatch has some hundred KiB; far beyond is a mistake.
    public static final int BYTES_MAX = 8 << 20;
    /// Package contents. The arc of a random UUID needs no registration.
    static final ASN1ObjectIdentifier PACKAGE =
            new ASN1ObjectIdentifier("2.25.121025243195964788136927728808325724148.1");

    private static final ASN1ObjectIdentifier TIMESTAMP = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;
    private static final Set<ASN1ObjectIdentifier> SIGNED = Set.of(
            CMSAttributes.contentType,
            CMSAttributes.messageDigest,
            CMSAttributes.signingTime,
            CMSAttributes.cmsAlgorithmProtect,
            PKCSObjectIdentifiers.id_aa_signingCertificateV2);

    private final Trust trust;

    public CmsVerifier(Trust trust) {
        this.trust = trust;
    }

    /// What a verified envelope holds.
    ///
    /// @param signed the timestamp's time
    /// @param signer the name in the signer's certificate
    public record Opened(byte[] content, Instant signed, String signer) {}

    /// @throws SignatureInvalid with the first fault found
    public Opened open(byte[] envelope, Instant now) {
        if (envelope.length > BYTES_MAX) {
            throw new SignatureInvalid(
                    SignatureFault.TOO_LARGE, envelope.length + " bytes; at most " + BYTES_MAX + " are accepted.");
        }
        ASN1Primitive value = SignedForm.der(envelope);
        try {
            return opened(envelope, value, now);
        } catch (SignatureInvalid known) {
            throw known;
        } catch (RuntimeException unreadable) {
            // The library tells that a value is not what it should be by many exceptions.
            throw new SignatureInvalid(
                    SignatureFault.MALFORMED, "Not a signed package: " + unreadable.getMessage(), unreadable);
        }
    }

    private Opened opened(byte[] envelope, ASN1Primitive value, Instant now) {
        SignedForm form = SignedForm.read(value);
        if (!form.type().equals(PACKAGE)) {
            throw new SignatureInvalid(
                    SignatureFault.MALFORMED, "The content's type is " + form.type() + ", not a package's.");
        }
        requireAttributes(form.signedAttributes(), SIGNED);
        ASN1Primitive token = token(form.unsignedAttributes());
        Chain chain = Chain.of(form, trust);
        form.requireOnly(envelope, "The envelope");
        requireSignature(envelope, form.signer().getPublicKey());
        Timestamp timestamp = Timestamp.read(token, form.signature(), trust);
        chain.verify(trust, Issuer.CODE_SIGNING, timestamp.time(), now);
        timestamp.verify(trust, now);
        return new Opened(
                form.content(),
                timestamp.time(),
                form.signer().getSubjectX500Principal().getName());
    }

    private static ASN1Primitive token(ASN1Set unsigned) {
        if (unsigned == null) {
            throw new SignatureInvalid(SignatureFault.TIMESTAMP_MISSING, "Nothing tells when the package was signed.");
        }
        requireAttributes(unsigned, Set.of(TIMESTAMP));
        ASN1Set values = Attribute.getInstance(unsigned.getObjectAt(0)).getAttrValues();
        if (values.size() != 1) {
            throw new SignatureInvalid(
                    SignatureFault.TIMESTAMP_INVALID, values.size() + " timestamps; one is accepted.");
        }
        return values.getObjectAt(0).toASN1Primitive();
    }

    private static void requireAttributes(ASN1Set attributes, Set<ASN1ObjectIdentifier> accepted) {
        if (attributes == null || attributes.size() == 0) {
            throw new SignatureInvalid(SignatureFault.MALFORMED, "A set of attributes is missing or empty.");
        }
        Set<ASN1ObjectIdentifier> met = new HashSet<>();
        for (ASN1Encodable one : attributes) {
            ASN1ObjectIdentifier type = Attribute.getInstance(one).getAttrType();
            if (!accepted.contains(type) || !met.add(type)) {
                throw new SignatureInvalid(
                        SignatureFault.EXTRA_ATTRIBUTE, "Attribute " + type + " is not accepted here.");
            }
        }
    }

    private static void requireSignature(byte[] envelope, PublicKey key) {
        try {
            boolean valid = new CMSSignedData(envelope)
                    .getSignerInfos()
                    .iterator()
                    .next()
                    .verify(new JcaSimpleSignerInfoVerifierBuilder().build(key));
            if (!valid) {
                throw new SignatureInvalid(
                        SignatureFault.SIGNATURE_INVALID, "The signature is not one over these contents.");
            }
        } catch (CMSException | OperatorCreationException e) {
            throw new SignatureInvalid(
                    SignatureFault.SIGNATURE_INVALID,
                    "The signature is not one over these contents: " + e.getMessage(),
                    e);
        }
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
