package io.hotfleet.patch.fleet.membership;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.planner.ClusterState;
import io.hotfleet.patch.planner.store.StateTables;
import io.hotfleet.patch.planner.store.StateWriter;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The nodes that clusters list, and their votes. A node's place among the votes is that of its name among the names.
public final class ClusterMembership {
    private static final String OF = "select unit, nodes from cluster where fleet = $1 and unit = any($2)";
    private static final String LISTING = "select unit, nodes from cluster where fleet = $1 and $2 = any(nodes)";
    private static final String LIST =
            "update cluster set nodes = $3, version = version + 1 where fleet = $1 and unit = $2";

    private final Transaction transaction;
    private final int fleet;
    private final long minute;

    /// @param minute of the fleet's time in which nodes join or leave
    public ClusterMembership(Transaction transaction, FleetRow fleet, long minute) {
        this.transaction = transaction;
        this.fleet = fleet.number();
        this.minute = minute;
    }

    /// @param joining new nodes by the number of their cluster; they are up
    public void join(Map<Integer, List<String>> joining) {
        if (joining.isEmpty()) {
            return;
        }
        SortedMap<Integer, SortedSet<String>> clusters =
                clusters(OF, joining.keySet().toArray(Integer[]::new));
        SortedMap<Integer, ClusterState> states = states(clusters.keySet());
        joining.forEach((cluster, names) -> names.forEach(name -> {
            SortedSet<String> nodes = clusters.get(cluster);
            states.computeIfPresent(cluster, (_, state) -> state.entered(place(nodes, name), minute));
            nodes.add(name);
        }));
        write(clusters, states);
    }

    /// Returns whether any cluster has listed it.
    boolean leave(String name) {
        SortedMap<Integer, SortedSet<String>> clusters = clusters(LISTING, name);
        SortedMap<Integer, ClusterState> states = states(clusters.keySet());
        clusters.forEach((cluster, nodes) -> {
            states.computeIfPresent(cluster, (_, state) -> state.left(place(nodes, name), minute));
            nodes.remove(name);
        });
        write(clusters, states);
        return !clusters.isEmpty();
    }

    private static int place(SortedSet<String> nodes, String name) {
        return nodes.headSet(name).size();
    }

    private SortedMap<Integer, SortedSet<String>> clusters(String sql, Object which) {
        SortedMap<Integer, SortedSet<String>> found = new TreeMap<>();
        for (Row row : transaction.rows(sql, fleet, which)) {
            found.put(row.getInteger(0), new TreeSet<>(List.of(row.getArrayOfStrings(1))));
        }
        return found;
    }

    private SortedMap<Integer, ClusterState> states(Collection<Integer> clusters) {
        SortedMap<Integer, ClusterState> states = new TreeMap<>();
        Transaction.await(new StateTables(transaction, fleet).clusters(clusters))
                .forEach(row -> states.put(row.getInteger(0), StateTables.cluster(row)));
        return states;
    }

    private void write(SortedMap<Integer, SortedSet<String>> clusters, SortedMap<Integer, ClusterState> states) {
        clusters.forEach((cluster, nodes) -> transaction.write(LIST, fleet, cluster, nodes.toArray(String[]::new)));
        new StateWriter(transaction, fleet).clusters(states);
    }
}
