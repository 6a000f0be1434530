package io.hotfleet.simulator.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;

/// Reads certificates and revocation lists.
final class Certificates {
    private Certificates() {}

    static List<X509Certificate> of(ASN1Set encoded) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (ASN1Encodable one : encoded) {
            // A signature ends with a whole byte; bits declared unused would be a second form of the same certificate.
            if (Certificate.getInstance(one).getSignature().getPadBits() != 0) {
                throw new SealBroken(Flaw.MALFORMED, "A certificate's signature has unused bits.");
            }
            try {
                certificates.add(read(one.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
            } catch (IOException | CertificateException e) {
                throw new SealBroken(Flaw.MALFORMED, "A certificate cannot be read: " + e.getMessage(), e);
            }
        }
        return certificates;
    }

    private static X509Certificate read(byte[] encoded) throws CertificateException {
        return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(encoded));
    }

    /// The root and the lists of a text in PEM each.
    static Trust trust(String root, List<String> lists) {
        try {
            List<X509CRL> read = new ArrayList<>();
            for (String list : lists) {
                read.add((X509CRL) factory().generateCRL(stream(list)));
            }
            return new Trust((X509Certificate) factory().generateCertificate(stream(root)), read);
        } catch (CertificateException | CRLException e) {
            throw new IllegalStateException("The root or a revocation list cannot be read: " + e.getMessage(), e);
        }
    }

    static X500Name issuer(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
