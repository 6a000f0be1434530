package io.hotfleet.patch.testing;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Signs lists with the key that the stub publishes.
public final class Signer {
    private Signer() {}

    public static String sign(String claims) {
        return sign(claims, published());
    }

    public static String sign(String claims, EllipticCurveJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EllipticCurveJsonWebKey published() {
        try {
            String key = ConfigProvider.getConfig().getValue(LicensingStub.KEY, String.class);
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
