package io.hotfleet.simulator.simulation;

import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.simulator.client.Batches;
import io.hotfleet.simulator.client.Licensing;
import io.hotfleet.simulator.client.Licensing.Entitlements;
import io.hotfleet.simulator.client.Licensing.FactChange;
import io.hotfleet.simulator.client.Licensing.Fix;
import io.hotfleet.simulator.client.Licensing.FixPage;
import io.hotfleet.simulator.client.Licensing.MachineFacts;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.client.Patch.Durations;
import io.hotfleet.simulator.client.Patch.FleetCluster;
import io.hotfleet.simulator.client.Patch.FleetMachine;
import io.hotfleet.simulator.client.Patch.Terms;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Cluster;
import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Machine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Enters a fleet into both services before its play begins.
final class FleetRegistration {
    private final SimulationInput stage;
    private final String id;
    private final Strategy strategy;
    private final Licensing licensing;
    private final Patch patch;

    FleetRegistration(SimulationInput stage, String id, Strategy strategy, Licensing licensing, Patch patch) {
        this.stage = stage;
        this.id = id;
        this.strategy = strategy;
        this.licensing = licensing;
        this.patch = patch;
    }

    /// @return facts that become true with a machine's restart for fixes, by machine
    Map<String, FactChanges> enter(List<Release> overlay) {
        patch.putFleet(id, terms(overlay));
        Batches.of(stage.fleet().clusters(), Patch.BATCH_MAX).forEach(this::putClusters);
        Batches.of(IntStream.range(0, stage.names().length).boxed().toList(), Patch.BATCH_MAX)
                .forEach(this::putMachines);
        if (!strategy.licensed()) {
            return Map.of();
        }
        licensing.putFleet(id, stage.period().entered(), stage.period().settled());
        Batches.of(stage.fleet().machines(), Licensing.BATCH_MAX).forEach(this::putFacts);
        Map<String, FactChanges> atRestart = strategy == Strategy.HOTPATCH_AFTER_FIXES ? fix() : Map.of();
        handOverEntitlements();
        return atRestart;
    }

    private Terms terms(List<Release> overlay) {
        Assumptions assumed = stage.fleet().assumptions();
        return new Terms(
                strategy.name(),
                stage.period().from(),
                stage.period().to(),
                stage.seed(),
                stage.fleet().policy(),
                new Durations(
                        assumed.hotpatchInstall(),
                        assumed.cumulativeInstall(),
                        assumed.restart(),
                        assumed.drainPerRole(),
                        assumed.roleInterruptionSeconds()),
                overlay);
    }

    private void putClusters(List<Cluster> clusters) {
        patch.putClusters(
                id,
                clusters.stream()
                        .map(one -> new FleetCluster(
                                one.name(), one.witness(), one.clusteredRoles(), one.window(), one.nodes()))
                        .toList());
    }

    private void putMachines(List<Integer> indexes) {
        patch.putMachines(id, indexes.stream().map(this::machine).toList());
    }

    private FleetMachine machine(int index) {
        Machine one = stage.machine(index);
        // nobody knows what it has: until the next baseline it takes cumulative updates
        boolean open = Facts.UNKNOWN_KB.equals(one.facts().kb());
        return new FleetMachine(
                one.name(),
                one.facts().product(),
                open ? null : one.facts().kb(),
                stage.assessment().of(index).licensed() && !open,
                one.facts().roles() == null ? List.of() : one.facts().roles(),
                one.cluster(),
                one.cluster() == null ? one.window() : null);
    }

    private void putFacts(List<Machine> machines) {
        licensing.putMachines(
                id,
                machines.stream()
                        .map(one -> new MachineFacts(one.name(), one.cluster(), one.facts()))
                        .toList());
    }

    /// What needs no restart is put right at the period's start; the rest waits for the machine's restart.
    private Map<String, FactChanges> fix() {
        List<FactChange> now = new ArrayList<>();
        Map<String, FactChanges> atRestart = new HashMap<>();
        List<String> restarting = new ArrayList<>();
        String after = null;
        do {
            FixPage page = licensing.fixes(id, after);
            for (Fix fix : page.items()) {
                if (!fix.now().isEmpty()) {
                    now.add(new FactChange(fix.machine(), stage.period().start(), fix.now()));
                }
                if (!fix.atRestart().isEmpty()) {
                    atRestart.put(fix.machine(), fix.atRestart());
                    restarting.add(fix.machine());
                }
            }
            after = page.next();
        } while (after != null);
        Batches.of(now, Licensing.BATCH_MAX).forEach(batch -> licensing.patchMachines(id, batch));
        Batches.of(restarting, Patch.BATCH_MAX).forEach(batch -> patch.putFixes(id, batch));
        return atRestart;
    }

    private void handOverEntitlements() {
        String after = null;
        do {
            Entitlements page = licensing.entitlements(id, after);
            if (page.machines() > 0) {
                patch.putEntitlements(id, page.jws());
            }
            after = page.next();
        } while (after != null);
    }
}
