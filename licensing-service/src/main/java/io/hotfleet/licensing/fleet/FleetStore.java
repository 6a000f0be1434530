package io.hotfleet.licensing.fleet;

import io.hotfleet.licensing.web.Paging;
import io.hotfleet.licensing.web.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/// Fleets in the database.
@ApplicationScoped
public class FleetStore {
    private static final String INSERT = "insert into fleet (id, at, until) values ($1, $2, $3) on conflict do nothing";
    private static final String FIND = "select id, at, until from fleet where id = $1";
    private static final String PAGE = "select id, at, until from fleet where id > $1 order by id limit $2";
    private static final String DELETE = "delete from fleet where id = $1";

    private final Pool pool;

    FleetStore(Pool pool) {
        this.pool = pool;
    }

    /// True if the fleet is new.
    Uni<Boolean> create(Fleet fleet) {
        return Sql.run(pool, INSERT, fleet.id(), Sql.time(fleet.at()), Sql.time(fleet.until()))
                .map(rows -> rows.rowCount() == 1);
    }

    public Uni<Fleet> require(String id) {
        return require(pool, id);
    }

    public Uni<Fleet> require(SqlClient client, String id) {
        return Sql.list(client, FleetStore::read, FIND, id)
                .map(found -> found.stream().findFirst().orElseThrow(() -> new FleetNotFound(id)));
    }

    Uni<List<Fleet>> page(Paging paging) {
        return Sql.list(pool, FleetStore::read, PAGE, paging.after(), paging.fetch());
    }

    Uni<Void> delete(String id) {
        return Sql.run(pool, DELETE, id).replaceWithVoid();
    }

    private static Fleet read(Row row) {
        return new Fleet(row.getString(0), instant(row.getOffsetDateTime(1)), instant(row.getOffsetDateTime(2)));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
