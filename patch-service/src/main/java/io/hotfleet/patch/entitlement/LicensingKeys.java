package io.hotfleet.patch.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/// The published keys of licensing-service, fetched when a key is met that is not known yet.
@ApplicationScoped
class LicensingKeys {
    private static final int KEYS_MAX = 32;

    private final LicensingConfig config;
    private final LicensingApi licensing;
    private final Clock clock;
    private volatile Map<String, Key> known = Map.of();
    private Instant fetched = Instant.MIN;

    LicensingKeys(LicensingConfig config, @RestClient LicensingApi licensing, Clock clock) {
        this.config = config;
        this.licensing = licensing;
        this.clock = clock;
    }

    /// The key of this id. Blocks while it is fetched.
    Key require(String keyId) {
        Key key = keyId == null ? null : known.get(keyId);
        if (key == null) {
            key = keyId == null ? null : refetched().get(keyId);
        }
        if (key == null) {
            throw new EntitlementRefused("its key '%s' is not one that licensing-service publishes.".formatted(keyId));
        }
        return key;
    }

    private synchronized Map<String, Key> refetched() {
        Instant now = clock.instant();
        if (fetched.equals(Instant.MIN) || fetched.plus(config.keysPause()).isBefore(now)) {
            known = fetch();
            fetched = now;
        }
        return known;
    }

    private Map<String, Key> fetch() {
        try {
            return keys(new JsonWebKeySet(licensing.keys()));
        } catch (ProcessingException | WebApplicationException | JoseException e) {
            throw new LicensingUnavailable(config.url(), e);
        }
    }

    private static Map<String, Key> keys(JsonWebKeySet set) {
        Map<String, Key> keys = new HashMap<>();
        set.getJsonWebKeys().stream()
                .filter(key -> key.getKeyId() != null)
                .limit(KEYS_MAX)
                .forEach((JsonWebKey key) -> keys.put(key.getKeyId(), key.getKey()));
        return Map.copyOf(keys);
    }
}
