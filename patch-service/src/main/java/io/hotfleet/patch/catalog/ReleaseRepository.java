package io.hotfleet.patch.catalog;

import io.hotfleet.postgres.EntityTransaction;
import io.hotfleet.rest.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// The table of releases, for those who change it.
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<StoredRelease, StoredRelease.Key> {
    /// Goes before every change: its row lock lets one change in at a time, and tells replicas that their copy is old.
    Uni<Integer> raiseVersion() {
        return getSession()
                .chain(session -> session.createNativeQuery("update catalogue_version set version = version + 1")
                        .executeUpdate());
    }

    /// A release with the count of its changes.
    Uni<Versioned<Release>> versioned(Release release) {
        return EntityTransaction.detached(Panache.withSession(() -> findById(StoredRelease.Key.of(release))
                .onItem()
                .ifNull()
                .failWith(() -> new ReleaseNotFound(release.product(), release.kb()))
                .map(stored -> new Versioned<>(release, stored.version))));
    }
}
