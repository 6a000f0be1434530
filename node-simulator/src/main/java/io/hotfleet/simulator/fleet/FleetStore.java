package io.hotfleet.simulator.fleet;

import io.hotfleet.postgres.EntityTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/// Live fleets in the database. Blocks: call it from virtual threads.
@ApplicationScoped
class FleetStore {
    /// @return false where the name is taken, or `fleetsMax` exist
    boolean insert(LiveFleet fleet, int fleetsMax) {
        try {
            return EntityTransaction.inSession(
                    session -> session.createSelectionQuery("select count(*) from LiveFleet", Long.class)
                            .getSingleResult()
                            .chain(count -> count < fleetsMax ? persisted(session, fleet) : no()));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof ConstraintViolationException) {
                return false;
            }
            throw e;
        }
    }

    Optional<LiveFleet> find(String name) {
        return Optional.ofNullable(EntityTransaction.inSession(session -> session.find(LiveFleet.class, name)));
    }

    /// @param after empty for the first page
    List<LiveFleet> page(Optional<String> after, int limit, Optional<String> product, Optional<String> clock) {
        String text = "from LiveFleet f where true"
                + (after.isEmpty() ? "" : " and f.name > :after")
                + (product.isEmpty() ? "" : " and array_contains(f.products, :product)")
                + (clock.isEmpty() ? "" : " and f.clock = :clock")
                + " order by f.name";
        return EntityTransaction.inSession(session -> {
            Mutiny.SelectionQuery<LiveFleet> query =
                    session.createSelectionQuery(text, LiveFleet.class).setMaxResults(limit);
            after.ifPresent(last -> query.setParameter("after", last));
            product.ifPresent(only -> query.setParameter("product", only));
            clock.ifPresent(mode -> query.setParameter("clock", mode));
            return query.getResultList();
        });
    }

    /// Fleets that live by the wall clock and take commands of patch-service.
    List<String> connected() {
        return EntityTransaction.inSession(session -> session.createSelectionQuery(
                        "select f.name from LiveFleet f where f.clock = 'live' and f.patchFleet is not null order by f.name",
                        String.class)
                .getResultList());
    }

    /// A clock never goes back: an earlier time leaves it where it stands.
    void putForward(String name, long toSeconds) {
        EntityTransaction.inSession(session -> session.createMutationQuery("""
                        update versioned LiveFleet f set f.standsAtSeconds = :to
                        where f.name = :name and f.clock = 'manual' and f.standsAtSeconds < :to""")
                .setParameter("name", name)
                .setParameter("to", toSeconds)
                .executeUpdate());
    }

    void delete(String name) {
        EntityTransaction.inSession(session -> session.createMutationQuery("delete LiveFleet f where f.name = :name")
                .setParameter("name", name)
                .executeUpdate());
    }

    private static Uni<Boolean> persisted(Mutiny.Session session, LiveFleet fleet) {
        return session.persist(fleet).replaceWith(true);
    }

    private static Uni<Boolean> no() {
        return Uni.createFrom().item(false);
    }
}
