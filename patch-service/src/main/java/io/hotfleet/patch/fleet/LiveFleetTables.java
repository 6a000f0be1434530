package io.hotfleet.patch.fleet;

import io.hotfleet.postgres.FleetClock;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of live fleets.
public final class LiveFleetTables {
    private static final String ADD = """
            insert into live_fleet (fleet, real_ms, fleet_ms, factor, heartbeat_seconds, reboot_timeout_seconds)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String READ = """
            select fleet, real_ms, fleet_ms, factor, heartbeat_seconds, reboot_timeout_seconds from live_fleet
            where fleet = $1""";
    private static final String PACE =
            "update live_fleet set real_ms = $2, fleet_ms = $3, factor = $4 where fleet = $1";
    private static final String IDS = """
            select f.id from live_fleet l join fleet f using (fleet) where f.id > $1 order by f.id limit $2""";

    private LiveFleetTables() {}

    public static void add(Transaction transaction, LiveFleet fleet) {
        FleetClock clock = fleet.clock();
        transaction.write(
                ADD,
                fleet.number(),
                clock.realMs(),
                clock.fleetMs(),
                clock.factor(),
                fleet.heartbeatSeconds(),
                fleet.rebootTimeoutSeconds());
    }

    /// Refuses a rehearsal's fleet.
    public static LiveFleet require(Transaction transaction, int fleet, FleetId id) {
        return find(transaction, fleet)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_LIVE, "Fleet '%s' is a rehearsal's: it is stepped.".formatted(id)));
    }

    /// Empty for a rehearsal's fleet.
    static Optional<LiveFleet> find(Transaction transaction, int fleet) {
        for (Row row : transaction.rows(READ, fleet)) {
            return Optional.of(new LiveFleet(row.getInteger(0), clock(row, 1), row.getInteger(4), row.getInteger(5)));
        }
        return Optional.empty();
    }

    /// @param from the first of three columns
    public static FleetClock clock(Row row, int from) {
        return new FleetClock(row.getLong(from), row.getLong(from + 1), row.getDouble(from + 2));
    }

    static void pace(Transaction transaction, int fleet, FleetClock clock) {
        transaction.write(PACE, fleet, clock.realMs(), clock.fleetMs(), clock.factor());
    }

    /// In order of id, those after one.
    public static List<FleetId> ids(Transaction transaction, String after, int limit) {
        List<FleetId> ids = new ArrayList<>();
        transaction.rows(IDS, after, limit).forEach(row -> ids.add(new FleetId(row.getString(0))));
        return ids;
    }
}
