package io.hotfleet.patch.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The table of releases, for those who change it.
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<StoredRelease, StoredRelease.Key> {
    /// Goes before every change: its row lock lets one change in at a time, and tells replicas that their copy is old.
    Uni<Integer> raiseVersion() {
        return getSession()
                .chain(session -> session.createNativeQuery("update catalogue_version set version = version + 1")
                        .executeUpdate());
    }

    Uni<List<StoredRelease>> ofProducts(Collection<Release> releases) {
        Set<String> products = releases.stream().map(Release::product).collect(Collectors.toSet());
        return list("key.product in ?1", products);
    }
}
