package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;

/// A fleet's own row, and its end.
final class FleetTables {
    private static final String CREATE = """
            insert into fleet (id, definition, releases, started, clock) values ($1, $2, $3, $4, $4)
            on conflict (id) do nothing returning fleet""";
    private static final List<String> TABLES = List.of(
            "history",
            "node",
            "unit",
            "machine",
            "cluster",
            "cluster_state",
            "entitlement",
            "ring_progress",
            "open_command",
            "live_fleet",
            "heartbeat",
            "departed_machine",
            "unit_hold",
            "rollout",
            "fleet");

    private FleetTables() {}

    /// What a fleet is made of, in the form in which it is stored.
    record Told(FleetId id, String definition, String releases, long started) {}

    /// The fleet's number if it is new.
    static Optional<Integer> create(Transaction transaction, Told told) {
        RowSet<Row> created =
                transaction.rows(CREATE, told.id().value(), told.definition(), told.releases(), (int) told.started());
        return created.size() == 0
                ? Optional.empty()
                : Optional.of(created.iterator().next().getInteger(0));
    }

    static String definition(Transaction transaction, FleetId id) {
        return transaction
                .rows("select definition from fleet where id = $1", id.value())
                .iterator()
                .next()
                .getString(0);
    }

    static Optional<Integer> lockIfThere(Transaction transaction, FleetId id) {
        RowSet<Row> rows = transaction.rows("select fleet from fleet where id = $1 for update", id.value());
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getInteger(0));
    }

    static void delete(Transaction transaction, int fleet) {
        TABLES.forEach(table -> transaction.write("delete from %s where fleet = $1".formatted(table), fleet));
    }

    /// Counts what was entered, so that what is remembered of the fleet is read anew.
    static void entered(Transaction transaction, FleetRow fleet, int units, int machines) {
        transaction.write(
                "update fleet set units = units + $2, machines = machines + $3, topology = topology + 1, swept = 0 where fleet = $1",
                fleet.number(),
                units,
                machines);
    }
}
