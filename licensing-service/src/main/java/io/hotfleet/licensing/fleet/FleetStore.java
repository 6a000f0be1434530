package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.Sql;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.rest.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/// Fleets in the database: as they were set up, and as their time passes.
@ApplicationScoped
public class FleetStore {
    private static final String INSERT = """
            insert into fleet (id, at, until, clock_at, clock_factor, real_ms, fleet_ms, factor)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing""";
    private static final String DEFINITIONS = "select id, at, until, clock_at, clock_factor from fleet where id ";
    private static final String DEFINITION = DEFINITIONS + "= $1";
    private static final String PAGE = DEFINITIONS + "> $1 order by id limit $2";
    private static final String FIND = "select id, at, until, real_ms, fleet_ms, factor from fleet where id = $1";
    private static final String LOCK = FIND + " for update";
    private static final String PACE = "update fleet set real_ms = $2, fleet_ms = $3, factor = $4 where id = $1";
    private static final String DELETE = "delete from fleet where id = $1";

    private final Pool pool;

    FleetStore(Pool pool) {
        this.pool = pool;
    }

    /// True if the fleet is new.
    Uni<Boolean> create(FleetDefinition definition, Instant real) {
        Pace told = definition.clock();
        FleetClock clock = definition.begun(real).clock();
        return Sql.run(
                        pool,
                        INSERT,
                        definition.id(),
                        Sql.time(definition.at()),
                        Sql.time(definition.until()),
                        told == null ? null : Sql.time(told.at()),
                        told == null ? null : told.factor(),
                        clock == null ? null : clock.realMs(),
                        clock == null ? null : clock.fleetMs(),
                        clock == null ? null : clock.factor())
                .map(rows -> rows.rowCount() == 1);
    }

    public Uni<Fleet> require(String id) {
        return require(pool, id);
    }

    public Uni<Fleet> require(SqlClient client, String id) {
        return one(client, FleetStore::fleet, FIND, id);
    }

    Uni<FleetDefinition> definition(String id) {
        return one(pool, FleetStore::definition, DEFINITION, id);
    }

    /// Gives a live fleet another clock, made from the one it has.
    Uni<FleetClock> pace(String id, Function<Fleet, FleetClock> paced) {
        return pool.withTransaction(client -> one(client, FleetStore::fleet, LOCK, id)
                .map(WrongKindOfFleet::requireLive)
                .map(paced)
                .flatMap(clock -> Sql.run(client, PACE, id, clock.realMs(), clock.fleetMs(), clock.factor())
                        .replaceWith(clock)));
    }

    Uni<List<FleetDefinition>> page(PageRequest paging) {
        return Sql.list(pool, FleetStore::definition, PAGE, paging.after(), paging.fetch());
    }

    Uni<Void> delete(String id) {
        return Sql.run(pool, DELETE, id).replaceWithVoid();
    }

    private static <T> Uni<T> one(SqlClient client, Function<Row, T> read, String statement, String id) {
        return Sql.list(client, read, statement, id)
                .map(found -> found.stream().findFirst().orElseThrow(() -> new FleetNotFound(id)));
    }

    private static FleetDefinition definition(Row row) {
        Instant clockAt = instant(row, 3);
        Double factor = row.getDouble(4);
        Pace clock = clockAt == null && factor == null ? null : new Pace(clockAt, factor);
        return new FleetDefinition(row.getString(0), instant(row, 1), instant(row, 2), clock);
    }

    private static Fleet fleet(Row row) {
        String id = row.getString(0);
        return row.getLong(3) == null
                ? Fleet.rehearsal(id, instant(row, 1), instant(row, 2))
                : Fleet.live(id, new FleetClock(row.getLong(3), row.getLong(4), row.getDouble(5)));
    }

    private static Instant instant(Row row, int column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
