package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.ClusterTold;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.List;

/// A failover cluster with its nodes, by number or by name.
final class ClusterEntry {
    static final List<String> WITNESSES = List.of("none", "disk", "file-share", "cloud");
    static final List<String> ROLE_TYPES = List.of("generic", "sql-fci", "sql-ag", "hyper-v", "file-server");
    static final int NODES_MIN = 2;
    static final int NODES_MAX = 64;
    static final int ROLES_MAX = 10_000;

    private static final List<String> FIELDS =
            MachineEntry.fields("name", "nodes", "witness", "clusteredRoles", "window");
    private static final List<String> ROLE_FIELDS = List.of("type", "count");

    private ClusterEntry() {}

    static void read(Value value, Told told) {
        Value.Mapping mapping = value.mapping(FIELDS);
        String name = mapping.require("name", "a name such as sql-ag-01").text(Told.NAME, Told.NAME_ACCEPTED);
        Value witness = mapping.fields().get("witness");
        Value roles = mapping.fields().get("clusteredRoles");
        Value windowValue = mapping.fields().get("window");
        Window window = windowValue == null ? null : WindowEntry.read(windowValue);
        told.cluster(new ClusterTold(
                name,
                witness == null ? null : witness.choice(WITNESSES),
                roles == null ? null : roles(roles),
                window,
                List.of(),
                null,
                value.place().line()));
        FactSheet facts = MachineEntry.facts(mapping);
        Value nodes = mapping.fields().get("nodes");
        if (nodes != null) {
            nodes(nodes, name, facts, told);
        } else if (!facts.isEmpty()) {
            throw value.place()
                    .invalid("tells facts but no nodes: facts of a cluster are those of the nodes listed with it");
        }
    }

    private static void nodes(Value nodes, String cluster, FactSheet facts, Told told) {
        if (nodes instanceof Value.Scalar) {
            int count = nodes.integer(NODES_MIN, NODES_MAX);
            for (int number = 1; number <= count; number++) {
                told.numberedNode(cluster, number, facts, nodes.place().line());
            }
            return;
        }
        String accepted = NODES_MIN + " to " + NODES_MAX + " nodes, as a number or a list";
        int count = 0;
        for (Value node : nodes.list(NODES_MAX, accepted)) {
            count += MachineEntry.node(node, cluster, facts, told);
        }
        if (count < NODES_MIN || count > NODES_MAX) {
            throw nodes.place()
                    .invalid("lists " + count + (count == 1 ? " node" : " nodes") + ", accepted are " + accepted);
        }
    }

    private static List<ClusteredRole> roles(Value value) {
        if (value instanceof Value.Scalar) {
            int count = value.integer(0, ROLES_MAX);
            return count == 0 ? List.of() : List.of(new ClusteredRole("generic", count));
        }
        List<ClusteredRole> roles = new ArrayList<>();
        for (Value item : value.list(ROLE_TYPES.size(), "a number, or a list such as [{type: sql-ag, count: 4}]")) {
            Value.Mapping role = item.mapping(ROLE_FIELDS);
            String type = role.require("type", String.join(", ", ROLE_TYPES)).choice(ROLE_TYPES);
            int count = role.require("count", "a whole number").integer(1, ROLES_MAX);
            roles.add(new ClusteredRole(type, count));
        }
        return List.copyOf(roles);
    }
}
