package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.simulator.inventory.Cluster;
import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.inventory.MachineEvent;
import io.hotfleet.simulator.inventory.Policy;
import io.hotfleet.simulator.inventory.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One fleet out of what all files tell; later files win, and what differs is said in a line.
public final class Merge {
    static final String FLEET_NAME = "inventory";
    private static final int NAMES_SHOWN_MAX = 5;

    private final List<Told> files;
    private final Conflicts conflicts = new Conflicts();
    private final NameBook names = new NameBook();
    private final Map<String, Mentions> machines = new LinkedHashMap<>();

    public Merge(List<Told> files) {
        this.files = files;
    }

    public Fleet fleet() {
        ClusterMerge clusterMerge = new ClusterMerge(files, conflicts);
        files.forEach(file -> file.machines.forEach(sighting -> names.learn(sighting.name())));
        files.forEach(file -> collect(file, clusterMerge));
        leaveOut();
        if (machines.isEmpty() || machines.size() > Told.MACHINES_MAX) {
            throw new FleetInvalid(files.getFirst().file + ": names " + machines.size()
                    + " machines, accepted are 1 to " + Told.MACHINES_MAX);
        }
        List<Machine> described = describe(clusterMerge);
        List<Cluster> clusters = clusterMerge.clusters(described);
        List<MachineEvent> events = events();
        files.forEach(file -> file.notes.forEach(conflicts::add));
        return new Fleet(name(), described, clusters, assumptions(), policy(), events, conflicts.lines());
    }

    private void collect(Told file, ClusterMerge clusterMerge) {
        for (Sighting sighting : file.machines) {
            if (!(sighting.numbered() && clusterMerge.nodesAreNamed(sighting.cluster()))) {
                String key = names.key(sighting.name(), file.file, sighting.line());
                machines.computeIfAbsent(key, Mentions::new).add(sighting, file);
            }
        }
    }

    private void leaveOut() {
        Map<String, List<String>> namesByReason = new TreeMap<>();
        for (Told file : files) {
            file.leftOut.forEach((name, reason) -> {
                String key = names.key(name, file.file, 1);
                Mentions mentions = machines.get(key);
                if (mentions == null || !mentions.tellsProduct()) {
                    machines.remove(key);
                    namesByReason
                            .computeIfAbsent(reason, _ -> new ArrayList<>())
                            .add(name);
                }
            });
        }
        namesByReason.forEach((reason, left) -> conflicts.add("left out, " + reason + ": " + some(left)));
    }

    private static String some(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(NAMES_SHOWN_MAX, all.size())));
        return all.size() <= NAMES_SHOWN_MAX ? first : first + " and " + (all.size() - NAMES_SHOWN_MAX) + " more";
    }

    private List<Machine> describe(ClusterMerge clusterMerge) {
        FactMerge factMerge = new FactMerge(conflicts);
        Defaults defaults = new Defaults(files);
        List<Machine> result = new ArrayList<>(machines.size());
        List<String> productAssumed = new ArrayList<>();
        for (Mentions mentions : machines.values()) {
            String name = mentions.displayName(names);
            Defaults.Block block = defaults.of(mentions);
            boolean described = mentions.described();
            if (!described && !mentions.tellsProduct() && block.facts().get(Fact.PRODUCT) == null) {
                productAssumed.add(name);
            }
            Window window = mentions.window() == null ? block.window() : mentions.window();
            String cluster = clusterMerge.name(mentions.cluster(conflicts));
            result.add(new Machine(
                    name,
                    cluster,
                    factMerge.facts(name, mentions.statements(), block.facts(), described),
                    cluster == null ? window : clusterMerge.window(cluster, window)));
        }
        if (!productAssumed.isEmpty()) {
            conflicts.add("no file tells the product, " + Passing.PRODUCT + " is assumed: " + some(productAssumed));
        }
        return result;
    }

    private List<MachineEvent> events() {
        List<MachineEvent> events = new ArrayList<>();
        for (Told file : files) {
            for (EventTold told : file.events) {
                String key = names.key(
                        told.event().machine(), file.file, told.place().line());
                Mentions mentions = machines.get(key);
                if (mentions == null) {
                    throw told.place().invalid("\"" + told.event().machine() + "\" is not a machine of the fleet");
                }
                String name = mentions.displayName(names);
                events.add(
                        switch (told.event()) {
                            case MachineEvent.Install(Instant at, String _, String kb) ->
                                new MachineEvent.Install(at, name, kb);
                            case MachineEvent.Offline(Instant from, Instant to, String _) ->
                                new MachineEvent.Offline(from, to, name);
                            case MachineEvent.Change(Instant at, String _, FactChanges facts) ->
                                new MachineEvent.Change(at, name, facts);
                        });
            }
        }
        return List.copyOf(events);
    }

    private String name() {
        String name = FLEET_NAME;
        for (Told file : files) {
            name = file.fleet == null ? name : file.fleet;
        }
        return name;
    }

    private Assumptions assumptions() {
        Map<String, Object> stated = new HashMap<>();
        files.forEach(file -> stated.putAll(file.assumptions));
        return Assumptions.DEFAULTS.with(stated);
    }

    private Policy policy() {
        Map<String, Object> stated = new HashMap<>();
        files.forEach(file -> stated.putAll(file.policy));
        return Policy.DEFAULT.with(stated);
    }
}
