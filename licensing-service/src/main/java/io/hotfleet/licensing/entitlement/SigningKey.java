package io.hotfleet.licensing.entitlement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// A key pair as it is kept. Nobody edits it: the next one takes its place.
@Entity
@Immutable
@Table(name = "signing_key")
class SigningKey {
    @Id
    String kid;

    /// A JSON Web Key with its private part: never logged, never in an answer.
    String jwk;

    @Column(name = "created_at")
    Instant createdAt;

    static SigningKey generated(String kid, Instant now) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            SigningKey made = new SigningKey();
            made.kid = kid;
            made.jwk = key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
            made.createdAt = now;
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException("No key to sign entitlements with", e);
        }
    }

    boolean isDue(Duration rotateAfter, Instant now) {
        return createdAt.plus(rotateAfter).isBefore(now);
    }

    EllipticCurveJsonWebKey parsed() {
        try {
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }
}
