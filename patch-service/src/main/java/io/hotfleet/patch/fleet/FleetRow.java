package io.hotfleet.patch.fleet;

import io.vertx.sqlclient.Row;

/// A fleet's own row: the lock of everything that happens in it.
///
/// @param number its key in the other tables; the id appears nowhere else, and orders nothing
/// @param started its first minute
/// @param clock the minute before which everything is decided
/// @param cursor id of the last command
/// @param swept number of the last unit that was asked for what is due before the clock
/// @param topology count of changes to its machines and clusters, `entitlements` to those
/// @param ringed the topology for which units were given their rings
public record FleetRow(
        int number,
        FleetId id,
        long started,
        long clock,
        long cursor,
        int swept,
        int units,
        int machines,
        int topology,
        int entitlements,
        int ringed) {
    static final String COLUMNS =
            "fleet, id, started, clock, cursor, swept, units, machines, topology, entitlements, ringed";

    static FleetRow of(Row row) {
        return new FleetRow(
                row.getInteger(0),
                new FleetId(row.getString(1)),
                row.getInteger(2),
                row.getInteger(3),
                row.getLong(4),
                row.getInteger(5),
                row.getInteger(6),
                row.getInteger(7),
                row.getInteger(8),
                row.getInteger(9),
                row.getInteger(10));
    }
}
