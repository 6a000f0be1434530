package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.entitlement.Claims;
import io.hotfleet.patch.entitlement.Claims.Item;
import io.hotfleet.patch.entitlement.Entitlement;
import io.hotfleet.patch.entitlement.EntitlementTables;
import io.hotfleet.patch.entitlement.Entitlements.Entry;
import io.hotfleet.patch.entitlement.Gate;
import io.hotfleet.patch.fleet.DepartedMachines;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.registry.MachineIndex.Place;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Keeps verified lists. Units of machines for which something is new decide again from the moment for which it holds.
@ApplicationScoped
class EntitlementService {
    private static final String CHANGED =
            "update fleet set entitlements = entitlements + 1, swept = 0 where fleet = $1";
    private static final String DUE =
            "update unit set due = least(due, $3) where fleet = $1 and unit = any($2) and command is null";

    private final Database database;
    private final Fleets fleets;

    EntitlementService(Database database, Fleets fleets) {
        this.database = database;
        this.fleets = fleets;
    }

    private record Listed(Place place, Entry entry) {}

    /// What became of a list.
    record Kept(int received, int changed) {}

    Kept enter(FleetId id, Claims claims) {
        if (claims.entitlements().size() > Batch.ITEMS_MAX) {
            throw ProblemException.tooMany(Batch.ITEMS_MAX);
        }
        List<String> names = claims.entitlements().stream().map(Item::machine).toList();
        return database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            MachineIndex places = MachineIndex.of(transaction, fleet, names);
            Set<String> departed = DepartedMachines.among(transaction, fleet.number(), places.missing(names));
            Map<Integer, Listed> listed = listed(claims, places, departed);
            List<Integer> changed = EntitlementTables.add(
                    transaction,
                    fleet.number(),
                    listed.values().stream().map(Listed::entry).toList(),
                    fleet.entitlements() + 1);
            if (!changed.isEmpty()) {
                transaction.write(CHANGED, fleet.number());
                wake(transaction, fleet, changed.stream().map(listed::get).toList());
            }
            return new Kept(names.size(), changed.size());
        });
    }

    /// In order of machine. licensing-service may know machines that have left here; nobody else loses by it.
    private static Map<Integer, Listed> listed(Claims claims, MachineIndex places, Set<String> departed) {
        Map<Integer, Listed> byMachine = new TreeMap<>();
        long until = Minutes.of(claims.validUntil());
        for (int i = 0; i < claims.entitlements().size(); i++) {
            Item item = claims.entitlements().get(i);
            if (departed.contains(item.machine())) {
                continue;
            }
            Place place = places.require("/entitlements/%d/machine".formatted(i), item.machine());
            List<Gate> gates = item.gates() == null ? List.of() : item.gates();
            Entitlement entitlement =
                    new Entitlement(Minutes.of(item.from()), until, item.hotpatch() && gates.isEmpty(), gates);
            byMachine.put(place.machine(), new Listed(place, new Entry(place.machine(), entitlement)));
        }
        return byMachine;
    }

    /// Lists that hold from before the fleet's first decision wake nobody.
    private static void wake(Transaction transaction, FleetRow fleet, List<Listed> changed) {
        Map<Long, List<Integer>> unitsByFrom = new TreeMap<>();
        for (Listed one : changed) {
            long from = one.entry().entitlement().from();
            if (from >= fleet.started()) {
                unitsByFrom
                        .computeIfAbsent(from, _ -> new ArrayList<>())
                        .add(one.place().unit());
            }
        }
        unitsByFrom.forEach((from, units) ->
                transaction.write(DUE, fleet.number(), units.toArray(Integer[]::new), (int) (long) from));
    }
}
