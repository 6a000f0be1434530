package io.hotfleet.hotpatch.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;

/// Reads and writes certificates and revocation lists.
public final class Certificates {
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    static List<X509Certificate> of(ASN1Set encoded) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (ASN1Encodable one : encoded) {
            // A signature ends with a whole byte; bits declared unused would be a second form of the same certificate.
            if (Certificate.getInstance(one).getSignature().getPadBits() != 0) {
                throw new SignatureInvalid(SignatureFault.MALFORMED, "A certificate's signature has unused bits.");
            }
            try {
                certificates.add(read(one.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
            } catch (IOException | CertificateException e) {
                throw new SignatureInvalid(
                        SignatureFault.MALFORMED, "A certificate cannot be read: " + e.getMessage(), e);
            }
        }
        return certificates;
    }

    public static X509Certificate read(byte[] encoded) throws CertificateException {
        return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(encoded));
    }

    /// All revocation lists of a text in PEM.
    public static List<X509CRL> revocationLists(byte[] pem) throws CertificateException, CRLException {
        List<X509CRL> lists = new ArrayList<>();
        factory().generateCRLs(new ByteArrayInputStream(pem)).forEach(list -> lists.add((X509CRL) list));
        return lists;
    }

    public static String pem(X509Certificate certificate) {
        return pem("CERTIFICATE", der(certificate));
    }

    public static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate has an encoding", e);
        }
    }

    public static String pem(X509CRL list) {
        try {
            return pem("X509 CRL", list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("A revocation list has an encoding", e);
        }
    }

    static X500Name issuer(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    private static String pem(String what, byte[] der) {
        String body = new String(PEM.encode(der), StandardCharsets.US_ASCII);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
