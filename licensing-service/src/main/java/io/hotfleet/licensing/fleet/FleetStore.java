package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import io.hotfleet.postgres.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/// A fleet and its time, read by SQL in the transaction of what is written or read with it: machines by the thousand.
@ApplicationScoped
public class FleetStore {
    private static final String FIND = "select id, at, until, real_ms, fleet_ms, factor from fleet where id = $1";

    private final Pool pool;

    FleetStore(Pool pool) {
        this.pool = pool;
    }

    public Uni<Fleet> require(FleetId id) {
        return require(pool, id);
    }

    public Uni<Fleet> require(SqlClient client, FleetId id) {
        return Sql.list(client, FleetStore::fleet, FIND, id.value())
                .map(found -> found.stream().findFirst().orElseThrow(() -> new FleetNotFound(id)));
    }

    private static Fleet fleet(Row row) {
        FleetId id = new FleetId(row.getString(0));
        return row.getLong(3) == null
                ? new Fleet.Rehearsal(
                        id,
                        row.getOffsetDateTime(1).toInstant(),
                        row.getOffsetDateTime(2).toInstant())
                : new Fleet.Live(id, new FleetClock(row.getLong(3), row.getLong(4), row.getDouble(5)));
    }
}
