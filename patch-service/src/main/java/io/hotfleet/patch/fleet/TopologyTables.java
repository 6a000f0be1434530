package io.hotfleet.patch.fleet;

import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.MaintenanceWindow;
import io.hotfleet.patch.policy.RingAssignment;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a fleet's clusters and machines as a whole.
final class TopologyTables {
    /// One statement: clusters and machines are of one moment, also for those who read without the fleet's lock.
    private static final String ALL = """
            select unit, name, window_text, nodes, roles, null::int machine, null::text product, null::text own
            from cluster where fleet = $1
            union all
            select unit, name, window_text, null, null, machine, product, roles from machine where fleet = $1""";
    private static final Comparator<Member> IN_UPDATE_ORDER =
            Comparator.comparingInt(Member::clusteredRoles).thenComparing(Member::name);

    /// Equal windows and role sets are one instance: most machines share theirs.
    private final Map<String, MaintenanceWindow> windows = new HashMap<>();
    private final Map<String, Set<String>> roleSets = new HashMap<>();
    private final Map<String, String> products = new HashMap<>();
    private final Map<Integer, Cluster> clusters = new HashMap<>();
    private final Map<Integer, List<Member>> members = new HashMap<>();
    private final Map<Integer, String> standAloneWindows = new HashMap<>();
    private final Map<Integer, List<String>> clusteredRoles = new HashMap<>();

    private record Cluster(String name, String window, List<List<String>> rolesByNode, List<String> nodes) {}

    private TopologyTables() {}

    static Topology load(Transaction transaction, FleetRow fleet, FleetDefinition definition) {
        RowSet<Row> rows = transaction.rows(ALL, fleet.number());
        TopologyTables reading = new TopologyTables();
        rows.forEach(reading::cluster);
        rows.forEach(reading::machine);
        return reading.topology(fleet.topology(), definition);
    }

    private void cluster(Row row) {
        if (row.getInteger(5) != null) {
            return;
        }
        List<String> nodes = Arrays.stream(row.getArrayOfStrings(3)).sorted().toList();
        List<List<String>> roles = new ArrayList<>();
        nodes.forEach(_ -> roles.add(new ArrayList<>()));
        int next = 0;
        for (String typeAndCount : nodes.isEmpty() ? new String[0] : row.getArrayOfStrings(4)) {
            int colon = typeAndCount.lastIndexOf(':');
            String type = typeAndCount.substring(0, colon);
            for (int n = Integer.parseInt(typeAndCount.substring(colon + 1)); n > 0; n--) {
                roles.get(next++ % nodes.size()).add(type);
            }
        }
        clusters.put(row.getInteger(0), new Cluster(row.getString(1), row.getString(2), roles, nodes));
    }

    private void machine(Row row) {
        if (row.getInteger(5) == null) {
            return;
        }
        int unit = row.getInteger(0);
        String name = row.getString(1);
        int number = row.getInteger(5);
        Cluster cluster = clusters.get(unit);
        int position = cluster == null ? 0 : cluster.nodes().indexOf(name);
        List<String> roles = cluster == null ? List.of() : cluster.rolesByNode().get(position);
        if (!roles.isEmpty()) {
            clusteredRoles.put(number, roles);
        }
        members.computeIfAbsent(unit, _ -> new ArrayList<>(1))
                .add(new Member(
                        number,
                        name,
                        products.computeIfAbsent(row.getString(6), p -> p),
                        roleSets.computeIfAbsent(row.getString(7), TopologyTables::roleSet),
                        position,
                        roles.size()));
        if (row.getString(2) != null) {
            standAloneWindows.put(unit, row.getString(2));
        }
    }

    private static Set<String> roleSet(String joined) {
        return joined.isEmpty() ? Set.of() : Set.copyOf(new HashSet<>(List.of(joined.split(","))));
    }

    private Topology topology(int revision, FleetDefinition definition) {
        Map<Integer, String> names = new HashMap<>();
        members.forEach((unit, own) -> names.put(unit, name(unit, own)));
        Map<String, Integer> rings = definition.policy().rings().size() == 1
                ? Map.of()
                : RingAssignment.deal(names.values(), definition.policy(), definition.seed());
        List<Unit> units = new ArrayList<>(members.size());
        members.forEach((unit, own) -> {
            own.sort(IN_UPDATE_ORDER);
            Cluster cluster = clusters.get(unit);
            String window = cluster == null ? standAloneWindows.get(unit) : cluster.window();
            String name = names.get(unit);
            units.add(new Unit(
                    unit, name, cluster != null, window(window), rings.getOrDefault(name, 0), List.copyOf(own)));
        });
        return new Topology(revision, units, clusteredRoles);
    }

    private String name(int unit, List<Member> own) {
        return clusters.containsKey(unit)
                ? clusters.get(unit).name()
                : own.getFirst().name();
    }

    private MaintenanceWindow window(String text) {
        return text == null ? null : windows.computeIfAbsent(text, MaintenanceWindow::parse);
    }
}
