package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.UnknownMachine;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the machines that a batch names lie.
final class MachineIndex {
    private static final String FIND = "select name, machine, unit from machine where fleet = $1 and name = any($2)";

    private final Map<String, Place> byName = new HashMap<>();

    /// Numbers within the fleet.
    record Place(int machine, int unit) {}

    private MachineIndex() {}

    static MachineIndex of(Transaction transaction, FleetRow fleet, List<String> names) {
        MachineIndex places = new MachineIndex();
        for (Row row : transaction.rows(FIND, fleet.number(), names.toArray(String[]::new))) {
            places.byName.put(row.getString(0), new Place(row.getInteger(1), row.getInteger(2)));
        }
        return places;
    }

    List<String> missing(List<String> names) {
        return names.stream().filter(name -> !byName.containsKey(name)).toList();
    }

    /// @throws UnknownMachine where the fleet has none of this name
    Place require(String pointer, String name) {
        Place place = byName.get(name);
        if (place == null) {
            throw new UnknownMachine(pointer, name);
        }
        return place;
    }
}
