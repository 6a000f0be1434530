package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Cluster;
import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.Cluster.NodeState;
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
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
        final Map<String, NodeState> states = new TreeMap<>();
        Map<String, String> groups;
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
        if (told.groups() != null) {
            entry.groups = entry.groups == null ? new TreeMap<>() : entry.groups;
            entry.groups.putAll(told.groups());
        }
        told.states().forEach(state -> entry.states.merge(NameBook.lower(state.node()), state, ClusterMerge::worse));
    }

    /// Of two states of one node the one that promises less, whichever file comes first.
    private static NodeState worse(NodeState one, NodeState other) {
        String state = one.isUp() ? other.state() : one.state();
        return new NodeState(one.node(), state, one.vote() && other.vote(), one.votesNow() && other.votesNow());
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

    /// @param displayName the fleet's name of a machine that a file names; null where it is none
    List<Cluster> clusters(List<Machine> machines, UnaryOperator<String> displayName) {
        Map<String, List<String>> nodes = new HashMap<>();
        for (Machine machine : machines) {
            if (machine.cluster() != null) {
                nodes.computeIfAbsent(machine.cluster(), _ -> new ArrayList<>()).add(machine.name());
            }
        }
        List<Cluster> clusters = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) {
            clusters.add(cluster(entry, nodes.getOrDefault(entry.name, List.of()), displayName));
        }
        return List.copyOf(clusters);
    }

    private Cluster cluster(Entry entry, List<String> nodes, UnaryOperator<String> displayName) {
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
                roles(entry, nodes.size()),
                windows.get(entry.name),
                List.copyOf(nodes),
                states(entry, displayName));
    }

    /// As a person states them, else as the cluster lists them, else one a node.
    private static List<ClusteredRole> roles(Entry entry, int nodes) {
        if (entry.roles != null || entry.groups == null) {
            return entry.roles == null ? List.of(new ClusteredRole("generic", nodes)) : entry.roles;
        }
        TreeMap<String, Integer> counts = new TreeMap<>();
        entry.groups.values().forEach(type -> counts.merge(type, 1, Integer::sum));
        List<ClusteredRole> roles = new ArrayList<>();
        counts.forEach((type, count) -> roles.add(new ClusteredRole(type, count)));
        return List.copyOf(roles);
    }

    private List<NodeState> states(Entry entry, UnaryOperator<String> displayName) {
        List<NodeState> states = new ArrayList<>();
        for (NodeState told : entry.states.values()) {
            String name = displayName.apply(told.node());
            if (name == null) {
                continue;
            }
            states.add(new NodeState(name, told.state(), told.vote(), told.votesNow()));
            if (!told.isUp()) {
                conflicts.add(entry.name + ": node " + name + " is " + told.state()
                        + (told.votesNow() ? "" : " and has no vote at present")
                        + ": no role can move to it, and no other node should restart before it is up");
            } else if (!told.vote()) {
                conflicts.add(entry.name + ": node " + name + " has no vote (NodeWeight 0)");
            }
        }
        return List.copyOf(states);
    }
}
