package io.hotfleet.patch.agent;

import io.hotfleet.patch.fleet.Topology;
import io.hotfleet.patch.planner.ClusterState;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Node;
import io.hotfleet.patch.planner.NodeReport;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.patch.planner.UnitSnapshot;
import io.hotfleet.patch.planner.UnitState;
import io.hotfleet.patch.planner.store.StateTables;
import io.hotfleet.postgres.Transaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The units that one step has in hand, and which of them it has changed.
final class WorkingSet {
    private final Topology topology;
    private final StateTables tables;
    private final Map<Integer, UnitSnapshot> read = new HashMap<>();
    private final Map<Integer, UnitSnapshot> now = new TreeMap<>();
    private final Map<Integer, Node> changedNodes = new TreeMap<>();
    private final Map<Integer, Integer> seqs = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();

    WorkingSet(Transaction transaction, int fleet, Topology topology) {
        this.topology = topology;
        this.tables = new StateTables(transaction, fleet);
    }

    /// @param left whether some units had to stay behind
    /// @param swept number of the last unit that was looked at
    record Sweep(boolean left, int swept) {}

    StateTables tables() {
        return tables;
    }

    UnitSnapshot of(Unit unit) {
        return now.get(unit.number());
    }

    Collection<UnitSnapshot> snapshots() {
        return now.values();
    }

    void put(UnitSnapshot snapshot) {
        now.put(snapshot.unit().number(), snapshot);
    }

    /// Remembers a node that has changed.
    void changed(Node node) {
        changedNodes.put(node.machine(), node);
    }

    /// A number at or below the one stored before this step, or one that came twice in it.
    boolean isStale(NodeReport report) {
        int stored = seqs.computeIfAbsent(
                report.machine(), machine -> read.get(topology.unitOf(machine).number())
                        .node(machine)
                        .seq());
        return report.seq() <= stored || !seen.add((long) report.machine() << Integer.SIZE | report.seq());
    }

    void load(List<Unit> units) {
        Map<Integer, Unit> distinct = new TreeMap<>();
        units.forEach(unit -> distinct.put(unit.number(), unit));
        if (!distinct.isEmpty()) {
            complete(tables.units(distinct.keySet()), distinct.values());
        }
    }

    /// Loads what is due before a minute among the units after the one swept last, as far as there is room.
    Sweep loadDue(long before, int ring, int swept) {
        int room = Math.max(0, Sync.UNITS_MAX - now.size());
        List<UnitState> due = new ArrayList<>();
        Transaction.await(tables.unitsDue(before, ring, room + now.size() + 1, swept))
                .forEach(row -> due.add(tables.unit(row)));
        due.removeIf(state -> now.containsKey(state.unit()));
        boolean left = due.size() > room;
        List<UnitState> taken = left ? due.subList(0, room) : due;
        List<Unit> units =
                taken.stream().map(state -> topology.unit(state.unit())).toList();
        complete(taken, units);
        int last = taken.isEmpty() ? swept : taken.getLast().unit();
        return new Sweep(left, left ? last : Integer.MAX_VALUE);
    }

    /// Nodes and clusters are asked for before the units' answer is read.
    private void complete(Future<RowSet<Row>> unitRows, Collection<Unit> units) {
        Future<RowSet<Row>> nodeRows = nodes(units);
        Future<RowSet<Row>> clusterRows = clusters(units);
        List<UnitState> states = new ArrayList<>();
        Transaction.await(unitRows).forEach(row -> states.add(tables.unit(row)));
        assemble(states, nodeRows, clusterRows);
    }

    private void complete(List<UnitState> states, Collection<Unit> units) {
        if (!states.isEmpty()) {
            assemble(states, nodes(units), clusters(units));
        }
    }

    private Future<RowSet<Row>> nodes(Collection<Unit> units) {
        return tables.nodes(units.stream()
                .flatMap(unit -> unit.members().stream())
                .map(Member::number)
                .sorted()
                .toList());
    }

    /// Null where there is none among the units.
    private Future<RowSet<Row>> clusters(Collection<Unit> units) {
        List<Integer> numbers =
                units.stream().filter(Unit::cluster).map(Unit::number).sorted().toList();
        return numbers.isEmpty() ? null : tables.clusters(numbers);
    }

    private void assemble(List<UnitState> states, Future<RowSet<Row>> nodeRows, Future<RowSet<Row>> clusterRows) {
        Map<Integer, Node> nodes = new HashMap<>();
        Transaction.await(nodeRows).forEach(row -> nodes.put(row.getInteger(0), tables.node(row)));
        Map<Integer, ClusterState> clusters = new HashMap<>();
        if (clusterRows != null) {
            Transaction.await(clusterRows).forEach(row -> clusters.put(row.getInteger(0), StateTables.cluster(row)));
        }
        for (UnitState state : states) {
            Unit unit = topology.unit(state.unit());
            List<Member> members = unit.members();
            List<Node> own = members.size() == 1
                    ? List.of(nodes.get(members.getFirst().number()))
                    : members.stream().map(member -> nodes.get(member.number())).toList();
            UnitSnapshot snapshot = new UnitSnapshot(unit, state, own, clusters.get(state.unit()));
            read.put(state.unit(), snapshot);
            now.put(state.unit(), snapshot);
        }
    }

    List<UnitSnapshot> changedUnits() {
        return now.values().stream()
                .filter(snapshot -> !snapshot.state()
                        .equals(read.get(snapshot.unit().number()).state()))
                .toList();
    }

    List<Node> changedNodes() {
        return List.copyOf(changedNodes.values());
    }

    /// By unit.
    SortedMap<Integer, ClusterState> changedClusters() {
        SortedMap<Integer, ClusterState> changed = new TreeMap<>();
        now.forEach((unit, snapshot) -> {
            if (snapshot.cluster() != null
                    && !snapshot.cluster().equals(read.get(unit).cluster())) {
                changed.put(unit, snapshot.cluster());
            }
        });
        return changed;
    }
}
