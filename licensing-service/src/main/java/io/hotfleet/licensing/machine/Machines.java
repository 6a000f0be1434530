package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.fleet.Fleet;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.licensing.fleet.MachineId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes what is told of machines: read and locked, worked out, written, all in one transaction.
@ApplicationScoped
class Machines {
    private final FleetStore fleets;
    private final MachineStore store;
    private final Clock clock;
    private final Counter written;

    Machines(FleetStore fleets, MachineStore store, Clock clock, MeterRegistry meters) {
        this.fleets = fleets;
        this.store = store;
        this.clock = clock;
        this.written = Counter.builder("hotfleet.licensing.machines.written")
                .description("Machines that were created or changed")
                .register(meters);
    }

    Uni<Counts> put(FleetId fleet, List<Inventory.Told> told) {
        List<MachineId> names = told.stream().map(Inventory.Told::machine).toList();
        List<String> hardware = told.stream()
                .map(Inventory.Told::hardwareId)
                .filter(Objects::nonNull)
                .toList();
        return revise(fleet, names, hardware, inventory -> inventory.put(told));
    }

    Uni<Counts> patch(FleetId fleet, List<Inventory.Change> changes) {
        List<MachineId> names = changes.stream().map(Inventory.Change::machine).toList();
        return revise(fleet, names, List.of(), inventory -> inventory.patch(changes));
    }

    private Uni<Counts> revise(
            FleetId fleet, List<MachineId> names, List<String> hardware, Function<Inventory, Batch> decision) {
        return store.inTransaction(client -> fleets.require(client, fleet)
                        .flatMap(found -> inventory(client, found, names, hardware))
                        .map(decision)
                        .flatMap(batch ->
                                store.save(client, fleet, batch.changed()).replaceWith(batch)))
                .invoke(batch -> written.increment(batch.changed().size()))
                .map(Batch::counts);
    }

    private Uni<Inventory> inventory(SqlClient client, Fleet fleet, List<MachineId> names, List<String> hardware) {
        return store.lock(client, fleet.id(), names)
                .flatMap(named -> store.owners(client, fleet.id(), hardware)
                        .map(owners -> Stream.concat(named.stream(), owners.stream())
                                .distinct()
                                .toList()))
                .map(stored -> new Inventory(fleet, fleet.start(clock), stored));
    }
}
