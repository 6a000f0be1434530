package io.hotfleet.simulator.fleet;

import io.hotfleet.postgres.Statements;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Live fleets in the database.
@ApplicationScoped
class FleetStore {
    private static final String SHOWN = "number, name, created_at, request_hash, definition, now_seconds";

    private final Statements sql;

    FleetStore(Statements sql) {
        this.sql = sql;
    }

    /// @param definition in the JSON of [FleetForm]
    /// @param standsAtSeconds where a manual clock stands
    record Stored(
            long number, String name, Instant createdAt, String requestHash, String definition, long standsAtSeconds) {}

    /// @return nothing where the name is taken, or `fleetsMax` exist
    Optional<Stored> insert(Stored fleet, List<String> products, String clock, int fleetsMax) {
        String text = """
                insert into live_fleet
                  (name, created_at, request_hash, definition, products, clock, now_seconds, patch_fleet)
                select $1, $2, $3, $4::text, $5, $6, $7, $4::text::jsonb ->> 'patchFleet' where (select count(*) from live_fleet) < $8
                on conflict (name) do nothing returning\s""" + SHOWN;
        return list(sql.query(
                        text,
                        fleet.name(),
                        fleet.createdAt().atOffset(ZoneOffset.UTC),
                        fleet.requestHash(),
                        fleet.definition(),
                        products.toArray(String[]::new),
                        clock,
                        fleet.standsAtSeconds(),
                        fleetsMax))
                .stream()
                .findFirst();
    }

    Optional<Stored> find(String name) {
        return list(sql.query("select " + SHOWN + " from live_fleet where name = $1", name)).stream()
                .findFirst();
    }

    /// @param after null for the first page
    /// @param product null for all
    /// @param clock null for both kinds
    List<Stored> page(String after, int limit, String product, String clock) {
        String text = "select " + SHOWN + " from live_fleet where ($1::text is null or name > $1)"
                + " and ($3::text is null or $3 = any(products)) and ($4::text is null or clock = $4)"
                + " order by name limit $2";
        return list(sql.query(text, after, limit, product, clock));
    }

    /// Fleets that live by the wall clock and take commands of patch-service.
    List<String> connected() {
        List<String> names = new ArrayList<>();
        sql.query("select name from live_fleet where clock = 'live' and patch_fleet is not null order by name")
                .forEach(row -> names.add(row.getString("name")));
        return names;
    }

    /// A clock never goes back: an earlier time leaves it where it stands.
    void putForward(String name, long toSeconds) {
        sql.query(
                "update live_fleet set now_seconds = greatest(now_seconds, $2) where name = $1 and clock = 'manual'",
                name,
                toSeconds);
    }

    void delete(String name) {
        sql.query("delete from live_fleet where name = $1", name);
    }

    private static List<Stored> list(RowSet<Row> rows) {
        List<Stored> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(new Stored(
                    row.getLong("number"),
                    row.getString("name"),
                    row.getOffsetDateTime("created_at").toInstant(),
                    row.getString("request_hash"),
                    row.getString("definition"),
                    row.getLong("now_seconds")));
        }
        return found;
    }
}
