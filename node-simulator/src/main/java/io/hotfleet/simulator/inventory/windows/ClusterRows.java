package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.merge.ClusterTold;
import io.hotfleet.simulator.inventory.merge.FactSheet;
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

    private final Told told;
    private final Map<String, TreeMap<String, Integer>> rolesByCluster = new LinkedHashMap<>();

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
    }

    public void quorum(Row row) {
        String cluster = cluster(row, "clusterquorum");
        told.cluster(
                new ClusterTold(cluster, witness(row), null, null, row.place().line()));
    }

    private static String witness(Row row) {
        String resource = row.textOrName("QuorumResource");
        if (row.value("QuorumResource") == null) {
            return "none";
        }
        String type = row.textOrName("QuorumResource", "ResourceType");
        String told = ((type == null ? "" : type) + " " + (resource == null ? "" : resource)).toLowerCase(Locale.ROOT);
        if (told.contains("cloud")) {
            return "cloud";
        }
        return told.contains("file share") ? "file-share" : "disk";
    }

    public void group(Row row) {
        TreeMap<String, Integer> roles =
                rolesByCluster.computeIfAbsent(cluster(row, "clustergroup"), _ -> new TreeMap<>());
        if (isRole(row)) {
            roles.merge(type(row), 1, Integer::sum);
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
        rolesByCluster.forEach((cluster, types) -> {
            List<ClusteredRole> roles = new ArrayList<>();
            types.forEach((type, count) -> roles.add(new ClusteredRole(type, count)));
            told.cluster(new ClusterTold(cluster, null, List.copyOf(roles), null, 1));
        });
    }
}
