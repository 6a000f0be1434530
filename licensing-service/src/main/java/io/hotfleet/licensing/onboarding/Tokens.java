package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.rest.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Tokens as people handle them: made, listed, revoked.
@ApplicationScoped
class Tokens implements PanacheRepositoryBase<OnboardingToken, UUID> {
    private static final UUID FIRST = new UUID(0, 0);

    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    Uni<OnboardingToken> create(Fleet fleet, TokenRequest request, Secret secret) {
        OnboardingToken token = new OnboardingToken();
        token.id = UUID.randomUUID();
        token.fleet = fleet.id();
        token.label = request.label();
        token.hash = secret.hash();
        token.createdAt = clock.instant();
        token.expiresAt = token.createdAt.plus(request.validity());
        token.usesMax = request.usesMax();
        return Panache.withTransaction(() -> persist(token));
    }

    Uni<List<OnboardingToken>> page(String fleet, PageRequest paging) {
        UUID after = paging.after().isEmpty() ? FIRST : UUID.fromString(paging.after());
        return Panache.withSession(() -> find("fleet = ?1 and id > ?2 order by id", fleet, after)
                .page(0, paging.fetch())
                .list());
    }

    /// No-op for a token that is revoked, or not there.
    Uni<Void> revoke(String fleet, UUID id) {
        return Panache.withTransaction(() -> update(
                        "revokedAt = ?1 where fleet = ?2 and id = ?3 and revokedAt is null",
                        clock.instant(),
                        fleet,
                        id))
                .replaceWithVoid();
    }
}
