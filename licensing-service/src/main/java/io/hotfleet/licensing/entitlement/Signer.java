package io.hotfleet.licensing.entitlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Makes the compact signature (JWS, ES256) over claims.
@ApplicationScoped
class Signer {
    private final SigningKeys keys;
    private final ObjectMapper json;

    Signer(SigningKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    String sign(Claims claims) {
        EllipticCurveJsonWebKey key = keys.current();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            signature.setPayload(json.writeValueAsString(claims));
            return signature.getCompactSerialization();
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException("Entitlements could not be signed", e);
        }
    }
}
