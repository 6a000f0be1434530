package io.hotfleet.patch.fleet.membership;

import io.hotfleet.patch.fleet.DepartedMachines;
import io.hotfleet.patch.fleet.DepartedMachines.Parting;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.patch.planner.UnitSnapshot;
import io.hotfleet.patch.planner.UnitState;
import io.hotfleet.patch.planner.store.StateTables;
import io.hotfleet.patch.planner.store.StateWriter;
import io.hotfleet.postgres.Transaction;
import java.util.List;
import java.util.Optional;

/// Takes one machine out of a live fleet whose row is locked: its history stays, everything else of it goes.
final class MachineRemoval {
    private static final List<String> OF_MACHINE = List.of("machine", "node", "heartbeat", "entitlement");
    private static final List<String> OF_UNIT = List.of("unit", "unit_hold");
    private static final String CHANGED = "update fleet set topology = topology + 1, swept = 0 where fleet = $1";

    private final Transaction transaction;
    private final FleetRow fleet;
    private final KnownFleet known;
    private final long minute;

    /// @param minute of the fleet's time in which it leaves
    MachineRemoval(Transaction transaction, FleetRow fleet, KnownFleet known, long minute) {
        this.transaction = transaction;
        this.fleet = fleet;
        this.known = known;
        this.minute = minute;
    }

    /// Returns whether there was anything to take out; a node that a cluster lists need never have come.
    boolean of(String name) {
        boolean listed = new ClusterMembership(transaction, fleet, minute).leave(name);
        Optional<Member> member = known.topology().find(name);
        member.ifPresent(entered -> remove(entered, known.topology().unitOf(entered.number())));
        boolean left = listed || member.isPresent();
        if (left) {
            transaction.write(CHANGED, fleet.number());
        }
        return left;
    }

    private void remove(Member member, Unit unit) {
        long seconds = known.topology()
                .interruptionSeconds(member, known.plan().definition().assumptions());
        DepartedMachines.keep(
                transaction, fleet.number(), new Parting(member.number(), unit.cluster(), minute, seconds));
        OF_MACHINE.forEach(table -> delete(table, "machine", member.number()));
        StateTables tables = new StateTables(transaction, fleet.number());
        Transaction.await(tables.units(List.of(unit.number()))).forEach(row -> callOff(tables.unit(row), member, unit));
    }

    /// The last machine takes its unit along: whoever joins the cluster later begins it anew.
    private void callOff(UnitState before, Member member, Unit unit) {
        if (before.open() != null && before.open().machine() == member.number()) {
            new StateTables(transaction, fleet.number())
                    .feed(List.of(), List.of(), List.of(before.open().id()));
        }
        if (unit.members().size() == 1) {
            OF_UNIT.forEach(table -> delete(table, "unit", unit.number()));
        } else {
            UnitState after = before.left(member.number(), minute);
            new StateWriter(transaction, fleet.number()).units(List.of(new UnitSnapshot(unit, after, List.of(), null)));
        }
    }

    private void delete(String table, String column, int number) {
        transaction.write(
                "delete from %s where fleet = $1 and %s = $2".formatted(table, column), fleet.number(), number);
    }
}
