package io.hotfleet.simulator.inventory.imported;

import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.azure.GraphRows;
import io.hotfleet.simulator.inventory.azure.ResourceType;
import io.hotfleet.simulator.inventory.azure.VirtualMachineRows;
import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.merge.Told;
import io.hotfleet.simulator.inventory.windows.ClusterRows;
import io.hotfleet.simulator.inventory.windows.HotFixRows;
import io.hotfleet.simulator.inventory.windows.PowerShellRows;

/// Hands each row of a file to what can read it; some of them must see all rows before they tell anything.
public final class RowImport {
    private final Told told;
    private final GraphRows graph;
    private final VirtualMachineRows virtualMachines;
    private final HotFixRows hotFixes;
    private final ClusterRows clusters;
    private final PowerShellRows powerShell;
    private FleetInvalid firstRefused;

    public RowImport(Told told) {
        this.told = told;
        this.graph = new GraphRows(told);
        this.virtualMachines = new VirtualMachineRows(told);
        this.hotFixes = new HotFixRows(told);
        this.clusters = new ClusterRows(told);
        this.powerShell = new PowerShellRows(told, hotFixes);
    }

    /// A row that cannot be accepted does not stop the others of its file.
    public void row(Row row) {
        told.tally().read();
        try {
            accept(row);
        } catch (FleetInvalid e) {
            firstRefused = firstRefused == null ? e : firstRefused;
            told.tally().refused(e.getMessage());
        }
    }

    private void accept(Row row) {
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
            case RESOURCE -> resource(row);
        }
    }

    /// A row without a type was cut down, and only machines are.
    private void resource(Row row) {
        ResourceType type = ResourceType.of(row);
        switch (type == null ? ResourceType.ARC_MACHINE : type) {
            case ARC_MACHINE -> graph.machine(row);
            case VIRTUAL_MACHINE -> virtualMachines.machine(row);
            case LICENCE -> graph.licence(row);
            case ARC_PATCH, VIRTUAL_PATCH -> graph.patch(row);
            case VIRTUAL_EXTENSION -> graph.extension(row);
            case OTHER -> told.tally().passedOver(ResourceType.name(row));
        }
    }

    /// @throws FleetInvalid with what is wrong with the first row, where no row could be accepted
    public void finish() {
        if (told.tally().refusedAll()) {
            throw firstRefused;
        }
        hotFixes.finish();
        clusters.finish();
    }
}
