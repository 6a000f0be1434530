package io.hotfleet.patch.entry;

import io.hotfleet.patch.clock.Minutes;
import io.hotfleet.patch.database.Database;
import io.hotfleet.patch.database.Transaction;
import io.hotfleet.patch.entitlement.Claims;
import io.hotfleet.patch.entitlement.Entitlement;
import io.hotfleet.patch.entitlement.EntitlementTables;
import io.hotfleet.patch.entitlement.Entitlements.Entry;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.Topology;
import io.hotfleet.patch.fleet.UnknownMachine;
import io.hotfleet.patch.rollout.Member;
import io.hotfleet.patch.web.Batch;
import io.hotfleet.patch.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Keeps verified lists. Units of machines for which something is new decide again from the moment for which it holds.
@ApplicationScoped
class EntitlementDesk {
    private static final String DUE = """
            update unit set due = least(unit.due, n.due) from unnest($2::int[], $3::int[]) n (unit, due)
            where fleet = $1 and unit.unit = n.unit and command is null""";

    private final Database database;
    private final Fleets fleets;

    EntitlementDesk(Database database, Fleets fleets) {
        this.database = database;
        this.fleets = fleets;
    }

    /// What became of a list.
    record Kept(int received, int changed) {}

    Kept enter(String id, Claims claims) {
        if (claims.entitlements().size() > Batch.ITEMS_MAX) {
            throw ProblemException.tooMany(claims.entitlements().size(), Batch.ITEMS_MAX);
        }
        return database.inTransaction(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            Topology topology = fleets.known(transaction, fleet).topology();
            List<Entry> entries = entries(claims, topology);
            List<Integer> changed =
                    EntitlementTables.add(transaction, fleet.number(), entries, fleet.entitlements() + 1);
            if (!changed.isEmpty()) {
                transaction.write("update fleet set entitlements = entitlements + 1 where fleet = $1", fleet.number());
                wake(transaction, fleet, topology, entries, new HashSet<>(changed));
            }
            return new Kept(entries.size(), changed.size());
        });
    }

    private static List<Entry> entries(Claims claims, Topology topology) {
        Map<Integer, Entry> byMachine = new TreeMap<>();
        long until = Minutes.of(claims.validUntil());
        for (int i = 0; i < claims.entitlements().size(); i++) {
            Claims.Item item = claims.entitlements().get(i);
            Member machine = topology.machine(item.machine());
            if (machine == null) {
                throw new UnknownMachine("/entitlements/%d/machine".formatted(i), item.machine());
            }
            List<String> gates = item.gates() == null ? List.of() : item.gates();
            Entitlement entitlement =
                    new Entitlement(Minutes.of(item.from()), until, item.hotpatch() && gates.isEmpty(), gates);
            byMachine.put(machine.number(), new Entry(machine.number(), entitlement));
        }
        return new ArrayList<>(byMachine.values());
    }

    /// Lists that hold from before the fleet's first decision wake nobody.
    private static void wake(
            Transaction transaction, FleetRow fleet, Topology topology, List<Entry> entries, Set<Integer> changed) {
        Map<Integer, Integer> due = new TreeMap<>();
        for (Entry entry : entries) {
            long from = entry.entitlement().from();
            if (changed.contains(entry.machine()) && from >= fleet.started()) {
                due.merge(topology.unitOf(entry.machine()).number(), (int) from, Math::min);
            }
        }
        if (!due.isEmpty()) {
            transaction.write(
                    DUE,
                    fleet.number(),
                    due.keySet().toArray(Integer[]::new),
                    due.values().toArray(Integer[]::new));
        }
    }
}
