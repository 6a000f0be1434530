package io.hotfleet.patch.packaging;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// The keys of the development chain.
@ApplicationScoped
class PackageKeyRepository implements PanacheRepositoryBase<PackageKey, String> {
    /// Two replicas that start at once must not make two chains: the number is ours alone.
    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(4851002)) locked";

    Uni<Void> lock() {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK).getSingleResult())
                .replaceWithVoid();
    }
}
