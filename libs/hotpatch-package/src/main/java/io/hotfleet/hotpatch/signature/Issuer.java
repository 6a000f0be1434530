package io.hotfleet.hotpatch.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority that issues certificates and revocation lists, with keys on the curve P-256.
///
/// @param above certificates from its own up to the last one below the root; empty for a root
public record Issuer(PrivateKey key, X509Certificate certificate, List<X509Certificate> above) {
    /// Extended key usages, as [#identity] takes them.
    public static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;

    /// The time in which a certificate is valid.
    public record Validity(Instant from, Instant to) {}

    public static Issuer root(String name, Validity validity) {
        KeyPair pair = pair();
        X500Name named = new X500Name("CN=" + name);
        X509Certificate certificate = Building.of(named, named, pair.getPublic(), validity)
                .authority(1)
                .signed(pair.getPrivate(), pair.getPublic());
        return new Issuer(pair.getPrivate(), certificate, List.of());
    }

    public Issuer intermediate(String name, Validity validity) {
        KeyPair pair = pair();
        X509Certificate issued =
                building(name, pair.getPublic(), validity).authority(0).signed(key, certificate.getPublicKey());
        return new Issuer(pair.getPrivate(), issued, chain(issued));
    }

    /// @param usage the one extended key usage, such as code signing
    public Identity identity(String name, String usage, Validity validity) {
        KeyPair pair = pair();
        X509Certificate issued =
                building(name, pair.getPublic(), validity).end(usage).signed(key, certificate.getPublicKey());
        return new Identity(pair.getPrivate(), chain(issued));
    }

    /// @param revoked when, by serial number
    /// @param validity from its issue to the latest issue of the next one
    public X509CRL revocationList(Map<BigInteger, Instant> revoked, Validity validity) {
        try {
            JcaX509v2CRLBuilder list =
                    new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(validity.from()));
            list.setNextUpdate(Date.from(validity.to()));
            revoked.forEach((serial, at) -> list.addCRLEntry(serial, Date.from(at), CRLReason.unspecified));
            return new JcaX509CRLConverter().getCRL(list.build(signer(key)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("A revocation list cannot be made", e);
        }
    }

    private Building building(String name, PublicKey subject, Validity validity) {
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Building.of(issuer, new X500Name("CN=" + name), subject, validity);
    }

    private List<X509Certificate> chain(X509Certificate issued) {
        List<X509Certificate> chain = new ArrayList<>(List.of(issued));
        chain.addAll(above);
        return List.copyOf(chain);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keys on P-256", e);
        }
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(ALGORITHM).build(key);
    }

    /// A certificate before it is signed.
    private record Building(X509v3CertificateBuilder builder, PublicKey subject) {
        static Building of(X500Name issuer, X500Name name, PublicKey subject, Validity validity) {
            BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
            return new Building(
                    new JcaX509v3CertificateBuilder(
                            issuer, serial, Date.from(validity.from()), Date.from(validity.to()), name, subject),
                    subject);
        }

        Building authority(int pathLength) {
            return with(Extension.basicConstraints, true, new BasicConstraints(pathLength))
                    .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        }

        Building end(String usage) {
            KeyPurposeId purpose = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(usage));
            return with(Extension.basicConstraints, true, new BasicConstraints(false))
                    .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .with(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }

        X509Certificate signed(PrivateKey by, PublicKey issuer) {
            try {
                JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
                with(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject));
                with(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
                return new JcaX509CertificateConverter().getCertificate(builder.build(signer(by)));
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException("A certificate cannot be made", e);
            }
        }

        private Building with(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
            try {
                builder.addExtension(name, critical, value);
                return this;
            } catch (IOException e) {
                throw new IllegalStateException("An extension has an encoding", e);
            }
        }
    }
}
