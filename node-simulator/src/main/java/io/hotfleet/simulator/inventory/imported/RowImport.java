package io.hotfleet.simulator.inventory.imported;

import io.hotfleet.simulator.inventory.azure.GraphRows;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.merge.Told;
import io.hotfleet.simulator.inventory.windows.ClusterRows;
import io.hotfleet.simulator.inventory.windows.HotFixRows;
import io.hotfleet.simulator.inventory.windows.PowerShellRows;
import java.util.TreeMap;

/// Hands each row of a file to what can read it; some of them must see all rows before they tell anything.
public final class RowImport {
    private final Told told;
    private final GraphRows graph;
    private final HotFixRows hotFixes;
    private final ClusterRows clusters;
    private final PowerShellRows powerShell;
    private final TreeMap<String, Integer> otherTypes = new TreeMap<>();

    RowImport(Told told) {
        this.told = told;
        this.graph = new GraphRows(told);
        this.hotFixes = new HotFixRows(told);
        this.clusters = new ClusterRows(told);
        this.powerShell = new PowerShellRows(told, hotFixes);
    }

    void row(Row row) {
        RowKind kind = RowKind.of(row);
        if (kind == null) {
            throw row.place().invalid("is not recognised, accepted are " + RowKind.ACCEPTED);
        }
        switch (kind) {
            case DEVICE_GUARD -> powerShell.deviceGuard(row);
            case COMPUTER_INFO -> powerShell.computerInfo(row);
            case REGISTRY -> powerShell.registry(row);
            case AGENT -> powerShell.agent(row);
            case HOT_FIX -> hotFixes.row(row);
            case CLUSTER_NODE -> clusters.node(row);
            case CLUSTER_QUORUM -> clusters.quorum(row);
            case CLUSTER_GROUP -> clusters.group(row);
            case GRAPH_LICENCE -> graph.licence(row);
            case GRAPH_MACHINE -> graph.machine(row);
            case GRAPH_OTHER -> otherTypes.merge(String.valueOf(row.text("type")), 1, Integer::sum);
        }
    }

    void finish() {
        graph.finish();
        hotFixes.finish();
        clusters.finish();
        otherTypes.forEach((type, rows) -> told.note(rows + " rows of type " + type + " tell nothing that is read"));
    }
}
