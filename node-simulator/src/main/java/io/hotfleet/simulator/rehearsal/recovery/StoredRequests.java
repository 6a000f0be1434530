package io.hotfleet.simulator.rehearsal.recovery;

import io.hotfleet.postgres.Statements;
import io.hotfleet.simulator.rehearsal.request.RehearsalRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Requests of rehearsals under way, and the claims on those that nobody plays any more. Blocks: call it from virtual
/// threads.
@ApplicationScoped
public class StoredRequests {
    private static final String NOT_PLAYED = """
            state in ('QUEUED', 'RUNNING') and heard_at < now() - $1 * interval '1 second' and not (id = any($2))""";
    private static final String ANY = "select exists (select from rehearsal where " + NOT_PLAYED + ")";
    private static final String CLAIM = """
            update rehearsal set owner = $3, heard_at = now(), state = 'QUEUED', attempt = attempt + 1
            where id = (select id from rehearsal where %s order by number limit 1 for update skip locked)
            returning id, attempt, request, request_too_large""".formatted(NOT_PLAYED);

    private final Statements sql;
    private final Ownership ownership;
    private final RecoveryConfig config;

    StoredRequests(Statements sql, Ownership ownership, RecoveryConfig config) {
        this.sql = sql;
        this.ownership = ownership;
        this.config = config;
    }

    /// A new rehearsal's request, in the form that goes into its row.
    public StoredRequest keep(RehearsalRequest request) {
        return ownership.replays() ? StoredRequest.of(request, config.requestBytesMax()) : StoredRequest.none();
    }

    /// What is to be played again.
    ///
    /// @throws NotReplayable where nothing was kept, or not once more
    public RehearsalRequest request(Claim claim) {
        if (claim.attempt() > config.playsMax()) {
            throw new NotRecoverable("this happened " + config.playsMax() + " times, which is the limit");
        }
        if (claim.kept().tooLarge()) {
            throw new NotRecoverable("the request is too large to be played again: more than "
                    + config.requestBytesMax() + " bytes compressed");
        }
        if (claim.kept().archive() == null) {
            throw new NotRecoverable("it began without a kept request");
        }
        return claim.kept().unpacked();
    }

    /// Whether there is anything to claim.
    public boolean anyNotPlayed() {
        Tuple values = Tuple.of(ownership.silenceMax().toSeconds()).addArrayOfString(ownership.held());
        return sql.query(ANY, values).iterator().next().getBoolean(0);
    }

    /// Makes the oldest one this simulator's own; of several simulators one alone gets it.
    public Optional<Claim> claim() {
        Tuple values = Tuple.of(ownership.silenceMax().toSeconds(), ownership.held(), ownership.name());
        RowSet<Row> rows = sql.query(CLAIM, values);
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(claim(rows.iterator().next()));
    }

    private static Claim claim(Row row) {
        Buffer archive = row.getBuffer("request");
        StoredRequest kept =
                new StoredRequest(archive == null ? null : archive.getBytes(), row.getBoolean("request_too_large"));
        return new Claim(row.getString("id"), row.getInteger("attempt"), kept);
    }
}
