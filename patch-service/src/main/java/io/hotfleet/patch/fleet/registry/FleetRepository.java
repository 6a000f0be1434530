package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetNotFound;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/// Fleets and clusters for people who edit them.
@ApplicationScoped
class FleetRepository implements PanacheRepositoryBase<StoredFleet, Integer> {
    private static final String LOCK = "select fleet from fleet where id = :id for no key update";
    private static final String CHANGED = "update fleet set topology = topology + 1, swept = 0 where fleet = :fleet";
    private static final String WAKE = """
            update unit set due = least(due, (select clock from fleet f where f.fleet = :fleet))
            where fleet = :fleet and command is null""";
    private static final String ONE_RING = "update unit set ring = 0 where fleet = :fleet and ring <> 0";
    private static final String NODES_WINDOW = """
            update machine m set window_text = :window from cluster c
            where c.fleet = :fleet and c.unit = :unit and m.fleet = c.fleet and m.unit <> c.unit and m.name = any(c.nodes)""";
    private static final String CLUSTER = "from StoredCluster c where c.key.fleet = :fleet and c.name = :name";

    /// Until the transaction ends nobody else changes anything of the fleet.
    Uni<StoredFleet> locked(FleetId id) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new FleetNotFound(id))
                .chain(number -> findById(number));
    }

    Uni<StoredCluster> cluster(StoredFleet fleet, String name) {
        return getSession()
                .chain(session -> session.createSelectionQuery(CLUSTER, StoredCluster.class)
                        .setParameter("fleet", fleet.number)
                        .setParameter("name", name)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        ProblemType.CLUSTER_NOT_FOUND, "Fleet '%s' has no cluster '%s'.".formatted(fleet.id, name)));
    }

    /// What is remembered of the fleet is read anew, and all its units decide again.
    Uni<Void> changed(StoredFleet fleet) {
        return update(CHANGED, fleet).chain(_ -> update(WAKE, fleet)).replaceWithVoid();
    }

    /// Where there is only one ring, nobody deals units to it.
    Uni<Integer> oneRing(StoredFleet fleet) {
        return update(ONE_RING, fleet);
    }

    /// Nodes that are units of their own have a copy of their cluster's window.
    Uni<Integer> window(StoredCluster cluster) {
        return getSession().chain(session -> session.createNativeQuery(NODES_WINDOW)
                .setParameter("window", cluster.window)
                .setParameter("fleet", cluster.key.fleet())
                .setParameter("unit", cluster.key.unit())
                .executeUpdate());
    }

    private Uni<Integer> update(String sql, StoredFleet fleet) {
        return getSession().chain((Mutiny.Session session) -> session.createNativeQuery(sql)
                .setParameter("fleet", fleet.number)
                .executeUpdate());
    }
}
