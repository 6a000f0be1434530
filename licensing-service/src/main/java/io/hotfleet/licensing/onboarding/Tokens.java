package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.Parameters;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Tokens as people handle them: made, listed, revoked.
@ApplicationScoped
class Tokens implements PanacheRepositoryBase<OnboardingToken, UUID> {
    private static final String ONE = "fleet = ?1 and id = ?2";
    private static final UUID FIRST = new UUID(0, 0);

    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    Uni<OnboardingToken> create(Fleet fleet, TokenRequest request, Secret secret) {
        OnboardingToken token = new OnboardingToken();
        token.id = UUID.randomUUID();
        token.fleet = fleet.id().value();
        token.label = request.label();
        token.hash = secret.hash();
        token.createdAt = clock.instant();
        token.expiresAt = token.createdAt.plus(request.validity());
        token.usesMax = request.uses();
        return Panache.withTransaction(() -> persist(token));
    }

    Uni<List<OnboardingToken>> page(FleetId fleet, PageRequest paging) {
        UUID after = paging.cursor().map(key -> Parameters.id("after", key)).orElse(FIRST);
        return Panache.withSession(() -> find("fleet = ?1 and id > ?2 order by id", fleet.value(), after)
                .page(0, paging.fetch())
                .list());
    }

    Uni<OnboardingToken> require(FleetId fleet, UUID id) {
        return Panache.withSession(() -> find(ONE, fleet.value(), id).firstResult())
                .onItem()
                .ifNull()
                .failWith(() -> new TokenNotFound(fleet, id));
    }

    /// No-op for a token that is revoked, or not there.
    ///
    /// @param ifMatch the entity tag that its caller has seen, or null
    Uni<Void> revoke(FleetId fleet, UUID id, String ifMatch) {
        return Panache.withTransaction(() -> find(ONE, fleet.value(), id)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResult()
                        .onItem()
                        .ifNotNull()
                        .invoke(token -> token.revoke(ifMatch, clock.instant())))
                .replaceWithVoid();
    }
}
