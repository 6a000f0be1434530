package io.hotfleet.simulator.rehearsal;

import io.hotfleet.postgres.Statements;
import io.hotfleet.simulator.rehearsal.recovery.Ownership;
import io.hotfleet.simulator.rehearsal.recovery.StoredRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rehearsals in the database. Blocks: call it from virtual threads.
@ApplicationScoped
class RehearsalStore {
    private static final String SHOWN =
            "id, created_at, ended_at, state, reason, fleet, servers, period_from, period_to,"
                    + " request_hash, attempt, plays, reports, rounds";

    private final Statements sql;
    private final Ownership ownership;

    RehearsalStore(Statements sql, Ownership ownership) {
        this.sql = sql;
        this.ownership = ownership;
    }

    /// An id that no rehearsal has had.
    String newId() {
        return sql.query("select 'r' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)", Tuple.tuple())
                .iterator()
                .next()
                .getString(0);
    }

    /// @param key null where the caller gave none
    /// @return false where another rehearsal has the key
    boolean insert(StoredRehearsal rehearsal, String key, StoredRequest kept) {
        String text = """
                insert into rehearsal (id, created_at, state, fleet, servers, period_from, period_to, idempotency_key,
                  request_hash, plays, owner, request, request_too_large)
                values ($1, $2, 'QUEUED', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                on conflict (idempotency_key) do nothing""";
        Tuple values = Tuple.from(new Object[] {
            rehearsal.id(),
            utc(rehearsal.createdAt()),
            rehearsal.fleet(),
            rehearsal.servers(),
            rehearsal.from(),
            rehearsal.to(),
            key,
            rehearsal.requestHash(),
            plays(rehearsal),
            ownership.name(),
            buffer(kept.archive()),
            kept.tooLarge()
        });
        return sql.query(text, values).rowCount() == 1;
    }

    /// @return false where it was ended, or taken over, meanwhile
    boolean running(StoredRehearsal rehearsal) {
        String text = """
                update rehearsal set state = 'RUNNING', plays = $3
                where id = $1 and attempt = $2 and state = 'QUEUED'""";
        Tuple values = Tuple.of(rehearsal.id(), rehearsal.attempt(), plays(rehearsal));
        return sql.query(text, values).rowCount() == 1;
    }

    /// Ends a rehearsal, once: a final state never changes. Who has lost it to another simulator can end it no
    /// more, but whoever is told to cancel it can.
    ///
    /// @param report null unless it is done
    /// @return false where it was ended, or taken over, meanwhile
    boolean end(StoredRehearsal ended, byte[] report) {
        String reason = ended.state() instanceof RehearsalState.Failed failed ? failed.reason() : null;
        String text = """
                update rehearsal set state = $2, reason = $3, ended_at = $4, reports = $5, rounds = $6, report = $7,
                  request = null
                where id = $1 and state in ('QUEUED', 'RUNNING') and (attempt = $8 or $2 = 'CANCELLED')""";
        Tuple values = Tuple.from(new Object[] {
            ended.id(),
            ended.state().name(),
            reason,
            utc(ended.endedAt()),
            ended.reports(),
            ended.rounds(),
            buffer(report),
            ended.attempt()
        });
        return sql.query(text, values).rowCount() == 1;
    }

    /// Its fleets are gone: those that were asked for, if there are no others by now.
    void cleaned(StoredRehearsal rehearsal) {
        String text = """
                update rehearsal set cleaned = true
                where id = $1 and plays = $2 and state not in ('QUEUED', 'RUNNING')""";
        sql.query(text, Tuple.of(rehearsal.id()).addArrayOfString(plays(rehearsal)));
    }

    List<StoredRehearsal> uncleaned() {
        return list(sql.query(
                "select " + SHOWN
                        + " from rehearsal where not cleaned and state not in ('QUEUED', 'RUNNING') order by number",
                Tuple.tuple()));
    }

    Optional<StoredRehearsal> find(String id) {
        return list(sql.query("select " + SHOWN + " from rehearsal where id = $1", Tuple.of(id))).stream()
                .findFirst();
    }

    Optional<StoredRehearsal> findByKey(String key) {
        return list(sql.query("select " + SHOWN + " from rehearsal where idempotency_key = $1", Tuple.of(key))).stream()
                .findFirst();
    }

    /// The newest first.
    ///
    /// @param after null for the first page
    List<StoredRehearsal> page(String after, int limit) {
        String text = "select " + SHOWN + " from rehearsal"
                + " where $1::text is null or number < (select number from rehearsal where id = $1)"
                + " order by number desc limit $2";
        return list(sql.query(text, Tuple.of(after, limit)));
    }

    Optional<byte[]> report(String id) {
        RowSet<Row> rows = sql.query("select report from rehearsal where id = $1 and state = 'DONE'", Tuple.of(id));
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getBuffer(0).getBytes());
    }

    /// @return false where its fleets may still be in the other services
    boolean deleteCleaned(String id) {
        return sql.query("delete from rehearsal where id = $1 and cleaned", Tuple.of(id))
                        .rowCount()
                == 1;
    }

    private static List<StoredRehearsal> list(RowSet<Row> rows) {
        List<StoredRehearsal> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            OffsetDateTime ended = row.getOffsetDateTime("ended_at");
            found.add(new StoredRehearsal(
                    row.getString("id"),
                    row.getOffsetDateTime("created_at").toInstant(),
                    ended == null ? null : ended.toInstant(),
                    RehearsalState.stored(row.getString("state"), row.getString("reason")),
                    row.getString("fleet"),
                    row.getInteger("servers"),
                    row.getString("period_from"),
                    row.getString("period_to"),
                    row.getString("request_hash"),
                    row.getInteger("attempt"),
                    List.of(row.getArrayOfStrings("plays")),
                    row.getLong("reports"),
                    row.getLong("rounds")));
        }
        return found;
    }

    private static String[] plays(StoredRehearsal rehearsal) {
        return rehearsal.plays().toArray(String[]::new);
    }

    private static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
