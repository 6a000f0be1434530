package io.hotfleet.licensing.entitlement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/// The key pairs. The first one is made at the first start, further ones by rotation; the newest signs, all are
/// published. A private part leaves the database for this process's memory only.
@ApplicationScoped
public class SigningKeys implements PanacheRepositoryBase<SigningKey, String> {
    /// Two replicas that start at once must not make two first keys: the number is ours alone.
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(4851001)";
    private static final String NEWEST_FIRST = "order by createdAt desc, kid";

    private final Clock clock;
    private final TokenConfig config;
    private volatile EllipticCurveJsonWebKey current;

    SigningKeys(Clock clock, TokenConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /// At start, before the first request: whoever started us waits for it.
    void load(@Observes StartupEvent start) {
        try {
            current = VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(this::newestOrNew))
                    .parsed();
        } catch (Throwable e) {
            throw new IllegalStateException("No key to sign entitlements with", e);
        }
    }

    EllipticCurveJsonWebKey current() {
        return current;
    }

    public boolean isReady() {
        return current != null;
    }

    /// The public halves, newest first. Read each time: another replica may have made a key meanwhile.
    Uni<List<JsonWebKey>> published() {
        return Panache.withSession(() -> find(NEWEST_FIRST).list())
                .map(keys -> keys.stream().<JsonWebKey>map(SigningKey::parsed).toList());
    }

    private Uni<SigningKey> newestOrNew() {
        return getSession()
                .flatMap(SigningKeys::lock)
                .flatMap(_ -> find(NEWEST_FIRST).page(0, 1).list())
                .flatMap(found -> found.stream()
                        .filter(key -> !key.isDue(config.rotateAfter(), clock.instant()))
                        .findFirst()
                        .map(key -> Uni.createFrom().item(key))
                        .orElseGet(this::generate));
    }

    private static Uni<Integer> lock(Mutiny.Session session) {
        return session.createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    private Uni<SigningKey> generate() {
        SigningKey key = SigningKey.generated(UUID.randomUUID().toString(), clock.instant());
        Log.infof("A new signing key is made: %s", key.kid);
        return persist(key);
    }
}
