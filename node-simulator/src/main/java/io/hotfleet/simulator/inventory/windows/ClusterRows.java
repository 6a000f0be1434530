package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.Cluster.NodeState;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.ClusterTold;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Nodes, quorum and groups of a failover cluster.
public final class ClusterRows {
    private static final int ROLE_TYPE_MIN = 100;
    private static final int FILE_SERVER = 100;
    private static final int VIRTUAL_MACHINE = 111;

    private static final List<String> STATES = List.of("up", "down", "paused", "joining");

    private final Told told;
    private final Map<String, List<NodeState>> states = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();

    public ClusterRows(Told told) {
        this.told = told;
    }

    public void node(Row row) {
        String name = row.machine("NodeName", "Name");
        if (name == null || !Told.NAME.matcher(name).matches()) {
            throw row.place().invalid("names no node, accepted is " + Told.NAME_ACCEPTED);
        }
        String cluster = cluster(row, "clusternode");
        told.machine(name, FactSheet.EMPTY, cluster, null, row.place().line());
        if (row.text("State") != null) {
            states.computeIfAbsent(cluster, _ -> new ArrayList<>()).add(state(name, row));
        }
    }

    private static NodeState state(String name, Row row) {
        String text = row.text("State").toLowerCase(Locale.ROOT);
        Integer number = row.number("State");
        String state = number == null
                ? STATES.contains(text) ? text : "unknown"
                : number >= 0 && number < STATES.size() ? STATES.get(number) : "unknown";
        return new NodeState(name, state, votes(row, "NodeWeight"), votes(row, "DynamicWeight"));
    }

    /// A weight that is not told takes no vote away.
    private static boolean votes(Row row, String weight) {
        Integer number = row.number(weight);
        return number == null || number > 0;
    }

    public void quorum(Row row) {
        String cluster = cluster(row, "clusterquorum");
        told.cluster(new ClusterTold(
                cluster,
                witness(row, cluster),
                null,
                null,
                List.of(),
                null,
                row.place().line()));
    }

    /// By the witness's resource, else by the kind of quorum. Names of resources are in the language of the server.
    private String witness(Row row, String cluster) {
        String quorum = String.valueOf(row.text("QuorumType")).toLowerCase(Locale.ROOT);
        if (row.value("QuorumResource") == null) {
            if (row.has("QuorumResource") && !ofKind(quorum).isEmpty()) {
                told.note(cluster + ": QuorumType is " + row.text("QuorumType") + " and QuorumResource is empty");
            }
            return row.has("QuorumResource") ? "none" : ofKind(quorum).isEmpty() ? null : ofKind(quorum);
        }
        String type = String.valueOf(row.textOrName("QuorumResource", "ResourceType"));
        String resource = (type + " " + row.textOrName("QuorumResource")).toLowerCase(Locale.ROOT);
        if (resource.contains("cloud")) {
            return "cloud";
        }
        if (resource.contains("file share")) {
            return "file-share";
        }
        if (!ofKind(quorum).isEmpty()) {
            return ofKind(quorum);
        }
        if (!resource.contains("disk")) {
            told.note(cluster + ": nothing tells what kind of witness \"" + row.textOrName("QuorumResource")
                    + "\" is, a disk is assumed: each has one vote");
        }
        return "disk";
    }

    private static String ofKind(String quorum) {
        if (quorum.contains("cloud")) {
            return "cloud";
        }
        return quorum.contains("fileshare")
                ? "file-share"
                : quorum.contains("disk") || quorum.equals("2") ? "disk" : "";
    }

    public void group(Row row) {
        Map<String, String> ofCluster = groups.computeIfAbsent(cluster(row, "clustergroup"), _ -> new TreeMap<>());
        if (isRole(row)) {
            String name = row.text("Name");
            ofCluster.put(name == null ? "row " + row.place().path() + " of " + told.file() : name, type(row));
        }
    }

    private static boolean isRole(Row row) {
        Integer number = row.number("GroupType");
        String name = String.valueOf(row.text("GroupType"));
        boolean ofTheCluster = number == null
                ? List.of("null", "Cluster", "ClusterGroup", "AvailableStorage", "Temporary")
                        .contains(name)
                : number < ROLE_TYPE_MIN;
        return !ofTheCluster && !Boolean.TRUE.equals(row.flag("IsCoreGroup"));
    }

    private static String type(Row row) {
        Integer number = row.number("GroupType");
        String type = String.valueOf(row.text("GroupType"));
        if (number == null ? type.equals("VirtualMachine") : number == VIRTUAL_MACHINE) {
            return "hyper-v";
        }
        if (number == null ? type.equals("FileServer") : number == FILE_SERVER) {
            return "file-server";
        }
        String name = String.valueOf(row.text("Name")).toLowerCase(Locale.ROOT);
        return name.startsWith("sql server") ? "sql-fci" : "generic";
    }

    private String cluster(Row row, String kind) {
        String name = row.textOrName("Cluster");
        if (name == null) {
            return FileName.require(told.file(), kind, "cluster");
        }
        if (!Told.NAME.matcher(name).matches()) {
            throw row.place().invalid("names the cluster \"" + name + "\", accepted is " + Told.NAME_ACCEPTED);
        }
        return name;
    }

    public void finish() {
        states.forEach((cluster, nodes) -> told.cluster(ClusterTold.measured(cluster, List.copyOf(nodes), null)));
        groups.forEach((cluster, types) -> told.cluster(ClusterTold.measured(cluster, List.of(), types)));
    }
}
