package io.hotfleet.hotpatch.signature;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// One signer's SignedData as values, and the only bytes that these values may have.
///
/// A signature covers neither its own algorithm identifiers nor versions nor the bag of certificates. So a text is
/// accepted only if it equals what its values encode to: then every bit is either signed or has no choice.
record SignedForm(
        ASN1ObjectIdentifier type,
        byte[] content,
        List<X509Certificate> bag,
        X509Certificate signer,
        ASN1Set signedAttributes,
        byte[] signature,
        ASN1Set unsignedAttributes) {
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

    /// Reads one DER value that fills the bytes.
    static ASN1Primitive der(byte[] bytes) {
        try (ASN1InputStream in = new ASN1InputStream(bytes)) {
            ASN1Primitive value = in.readObject();
            if (value != null && Arrays.equals(value.getEncoded(ASN1Encoding.DER), bytes)) {
                return value;
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new SignatureInvalid(
                    SignatureFault.NOT_DER, "The bytes are not DER: " + unreadable.getMessage(), unreadable);
        }
        throw new SignatureInvalid(SignatureFault.NOT_DER, "The bytes are not DER: their own encoding differs.");
    }

    /// The values of an encoded SignedData; anything but one signer with a certificate in the bag is malformed.
    static SignedForm read(ASN1Primitive value) {
        ContentInfo outer = ContentInfo.getInstance(value);
        SignedData data = SignedData.getInstance(outer.getContent());
        if (data.getSignerInfos().size() != 1 || data.getCertificates() == null) {
            throw new SignatureInvalid(
                    SignatureFault.MALFORMED, "Exactly one signer and its certificates are accepted.");
        }
        SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        List<X509Certificate> bag = Certificates.of(data.getCertificates());
        return new SignedForm(
                data.getEncapContentInfo().getContentType(),
                ASN1OctetString.getInstance(data.getEncapContentInfo().getContent())
                        .getOctets(),
                bag,
                signer(info, bag),
                info.getAuthenticatedAttributes(),
                info.getEncryptedDigest().getOctets(),
                info.getUnauthenticatedAttributes());
    }

    void requireOnly(byte[] bytes, String what) {
        if (!Arrays.equals(encoded(), bytes)) {
            throw new SignatureInvalid(SignatureFault.MALFORMED, what + " has parts that its contents do not ask for.");
        }
    }

    byte[] encoded() {
        try {
            ASN1EncodableVector certificates = new ASN1EncodableVector();
            for (X509Certificate certificate : bag) {
                certificates.add(Certificate.getInstance(certificate.getEncoded()));
            }
            SignerInfo info = new SignerInfo(
                    new SignerIdentifier(new IssuerAndSerialNumber(Certificate.getInstance(signer.getEncoded()))),
                    SHA256,
                    signedAttributes,
                    algorithm(signer.getPublicKey()),
                    new DEROctetString(signature),
                    unsignedAttributes);
            SignedData data = new SignedData(
                    new DERSet(SHA256),
                    new ContentInfo(type, new DEROctetString(content)),
                    new DERSet(certificates),
                    null,
                    new DERSet(info));
            return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    private static X509Certificate signer(SignerInfo info, List<X509Certificate> bag) {
        IssuerAndSerialNumber name =
                IssuerAndSerialNumber.getInstance(info.getSID().getId());
        for (X509Certificate certificate : bag) {
            if (certificate.getSerialNumber().equals(name.getSerialNumber().getValue())
                    && Certificates.issuer(certificate).equals(name.getName())) {
                return certificate;
            }
        }
        throw new SignatureInvalid(SignatureFault.MALFORMED, "The signer's certificate is not among the certificates.");
    }

    private static AlgorithmIdentifier algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> ECDSA;
            case "RSA" -> RSA;
            default ->
                throw new SignatureInvalid(
                        SignatureFault.MALFORMED, "Keys are EC or RSA, not " + key.getAlgorithm() + ".");
        };
    }
}
