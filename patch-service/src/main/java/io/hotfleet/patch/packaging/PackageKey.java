package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.signature.Certificates;
import io.hotfleet.hotpatch.signature.Identity;
import io.hotfleet.hotpatch.signature.Issuer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;

/// A key of the development chain with its certificate, as the table holds it.
@Entity
@Table(name = "package_key")
class PackageKey {
    @Id
    String name;

    @Column(name = "private_key")
    byte[] privateKey;

    byte[] certificate;

    @Version
    int version;

    static PackageKey named(String name) {
        PackageKey key = new PackageKey();
        key.name = name;
        return key;
    }

    PackageKey take(PrivateKey key, X509Certificate signed) {
        privateKey = key.getEncoded();
        certificate = Certificates.der(signed);
        return this;
    }

    boolean isValidAt(Instant time) {
        return certificate().getNotAfter().toInstant().isAfter(time);
    }

    Issuer issuer(List<X509Certificate> above) {
        return new Issuer(privateKey(), certificate(), above);
    }

    Identity identity(X509Certificate above) {
        return new Identity(privateKey(), List.of(certificate(), above));
    }

    X509Certificate certificate() {
        try {
            return Certificates.read(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate '%s' cannot be read".formatted(name), e);
        }
    }

    private PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key '%s' cannot be read".formatted(name), e);
        }
    }
}
