package io.hotfleet.patch.entitlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Accepts a list only with a signature (ES256) by a published key, and for the fleet it was signed for.
@ApplicationScoped
public class EntitlementVerifier {
    private static final AlgorithmConstraints ES256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final LicensingKeys keys;
    private final ObjectMapper json;

    EntitlementVerifier(LicensingKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /// @throws EntitlementRefused where it is not so
    public Claims verified(String fleet, String compact) {
        Claims claims = claims(payload(compact));
        if (!Claims.ISSUER.equals(claims.iss())) {
            throw new EntitlementRefused("it was issued by '%s'.".formatted(claims.iss()));
        }
        if (!fleet.equals(claims.fleet())) {
            throw new EntitlementRefused("it was issued for the fleet '%s'.".formatted(claims.fleet()));
        }
        if (claims.validUntil() == null
                || claims.entitlements() == null
                || claims.entitlements().stream().anyMatch(item -> item.machine() == null || item.from() == null)) {
            throw new EntitlementRefused("validUntil, entitlements, and each one's machine and from are needed.");
        }
        return claims;
    }

    private String payload(String compact) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(ES256);
        try {
            signature.setCompactSerialization(compact);
            signature.setKey(keys.require(signature.getKeyIdHeaderValue()));
            if (!signature.verifySignature()) {
                throw new EntitlementRefused("its signature does not fit.");
            }
            return signature.getPayload();
        } catch (JoseException e) {
            throw new EntitlementRefused("it is no JWS signed with ES256.");
        }
    }

    private Claims claims(String payload) {
        try {
            return json.readValue(payload, Claims.class);
        } catch (JsonProcessingException e) {
            throw new EntitlementRefused("its claims cannot be read.");
        }
    }
}
