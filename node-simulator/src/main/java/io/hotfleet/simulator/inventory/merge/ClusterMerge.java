package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Cluster;
import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.inventory.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Clusters out of what the files tell of them; their names are compared without case.
final class ClusterMerge {
    static final int NODES_MIN = 2;
    static final int NODES_MAX = 64;

    private static final class Entry {
        String name;
        String file;
        int line;
        boolean imported = true;
        String witness;
        List<ClusteredRole> roles;
        Window window;
        boolean named;
        boolean counted;
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Window> windows = new HashMap<>();
    private final Conflicts conflicts;

    ClusterMerge(List<Told> files, Conflicts conflicts) {
        this.conflicts = conflicts;
        for (Told file : files) {
            Set<String> own = new HashSet<>();
            for (ClusterTold told : file.clusters) {
                if (!own.add(NameBook.lower(told.name())) && file.speaker != Told.Speaker.IMPORT) {
                    throw new FleetInvalid(
                            file.file + ":" + told.line() + ": cluster \"" + told.name() + "\" is there twice");
                }
                add(file, told);
            }
            for (Sighting sighting : file.machines) {
                if (sighting.cluster() != null) {
                    Entry entry = entry(sighting.cluster(), file, sighting.line());
                    entry.counted |= sighting.numbered();
                    entry.named |= !sighting.numbered();
                }
            }
        }
        entries.values().stream()
                .filter(entry -> entry.named && entry.counted)
                .forEach(entry -> conflicts.add(entry.name
                        + ": the nodes that a file names are used, not the number that " + entry.file + " tells"));
    }

    private void add(Told file, ClusterTold told) {
        Entry entry = entry(told.name(), file, told.line());
        if (told.witness() != null) {
            if (entry.witness != null && !entry.witness.equals(told.witness())) {
                conflicts.add(told.name() + ": witness is " + told.witness() + " (" + file.file + "), not "
                        + entry.witness + " (an earlier file)");
            }
            entry.witness = told.witness();
        }
        entry.roles = told.roles() == null ? entry.roles : told.roles();
        entry.window = told.window() == null ? entry.window : told.window();
    }

    private Entry entry(String name, Told file, int line) {
        boolean imported = file.speaker == Told.Speaker.IMPORT;
        Entry entry = entries.computeIfAbsent(NameBook.lower(name), _ -> new Entry());
        if (entry.name == null || entry.imported && !imported) {
            entry.name = name;
            entry.file = file.file;
            entry.line = line;
            entry.imported = imported;
        }
        return entry;
    }

    /// Whether a file names nodes of the cluster, so that a bare number of nodes says nothing more.
    boolean nodesAreNamed(String cluster) {
        return entries.get(NameBook.lower(cluster)).named;
    }

    /// The cluster's name as the fleet spells it; null for null.
    String name(String cluster) {
        return cluster == null ? null : entries.get(NameBook.lower(cluster)).name;
    }

    Window window(String cluster, Window defaultWindow) {
        Window own = entries.get(NameBook.lower(cluster)).window;
        return windows.computeIfAbsent(cluster, _ -> own == null ? defaultWindow : own);
    }

    List<Cluster> clusters(List<Machine> machines) {
        Map<String, List<String>> nodes = new HashMap<>();
        for (Machine machine : machines) {
            if (machine.cluster() != null) {
                nodes.computeIfAbsent(machine.cluster(), _ -> new ArrayList<>()).add(machine.name());
            }
        }
        List<Cluster> clusters = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) {
            clusters.add(cluster(entry, nodes.getOrDefault(entry.name, List.of())));
        }
        return List.copyOf(clusters);
    }

    private Cluster cluster(Entry entry, List<String> nodes) {
        if (nodes.size() < NODES_MIN || nodes.size() > NODES_MAX) {
            throw new FleetInvalid(entry.file + ":" + entry.line + ": cluster \"" + entry.name + "\" has "
                    + nodes.size() + (nodes.size() == 1 ? " node" : " nodes") + ", accepted are " + NODES_MIN + " to "
                    + NODES_MAX);
        }
        if (entry.witness == null && entry.imported) {
            conflicts.add(entry.name + ": no file tells the witness, none is assumed");
        }
        return new Cluster(
                entry.name,
                entry.witness == null ? "none" : entry.witness,
                entry.roles == null ? List.of(new ClusteredRole("generic", nodes.size())) : entry.roles,
                windows.get(entry.name),
                List.copyOf(nodes));
    }
}
