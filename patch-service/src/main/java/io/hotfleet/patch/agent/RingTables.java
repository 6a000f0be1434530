package io.hotfleet.patch.agent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Topology;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.patch.planner.UnitSnapshot;
import io.hotfleet.postgres.Transaction;
import java.util.List;
import java.util.Map;

/// What only fleets with more than one ring ask the database.
final class RingTables {
    private static final String DEAL = "update unit set ring = $3 where fleet = $1 and unit = any($2) and ring <> $3";
    private static final String ACTIVE = """
            select min(ring) from unit
            where fleet = $1 and (command is not null or due < $2) and unit <> all($3)""";
    private static final String WAITING = """
            select not exists (select from unit where fleet = $1 and command is not null)
               and exists (select from unit where fleet = $1 and due < $2)""";

    private RingTables() {}

    /// Once for each topology: units get their rings. Returns whether it was done now.
    static boolean deal(Transaction transaction, FleetRow fleet, Topology topology) {
        if (fleet.ringed() == fleet.topology()) {
            return false;
        }
        Map<Integer, List<Integer>> units =
                topology.units().stream().collect(groupingBy(Unit::ring, mapping(Unit::number, toList())));
        units.forEach(
                (ring, numbers) -> transaction.write(DEAL, fleet.number(), numbers.toArray(Integer[]::new), ring));
        transaction.write("update fleet set ringed = topology where fleet = $1", fleet.number());
        return true;
    }

    /// The lowest ring that has an open command or something due before a minute.
    static int active(Transaction transaction, int fleet, WorkingSet inHand, long until) {
        int lowest = inHand.snapshots().stream()
                .filter(snapshot ->
                        snapshot.state().open() != null || snapshot.state().next() < until)
                .mapToInt(snapshot -> snapshot.unit().ring())
                .min()
                .orElse(Integer.MAX_VALUE);
        Integer[] numbers = inHand.snapshots().stream()
                .map(UnitSnapshot::unit)
                .map(Unit::number)
                .toArray(Integer[]::new);
        Short others = transaction
                .rows(ACTIVE, fleet, (int) until, numbers)
                .iterator()
                .next()
                .getShort(0);
        int active = Math.min(lowest, others == null ? Integer.MAX_VALUE : others);
        return active == Integer.MAX_VALUE ? 0 : active;
    }

    /// Whether nothing is open and yet something is due: the next ring's turn.
    static boolean waiting(Transaction transaction, int fleet, long until) {
        return transaction.rows(WAITING, fleet, (int) until).iterator().next().getBoolean(0);
    }
}
