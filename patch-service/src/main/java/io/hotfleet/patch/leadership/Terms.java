package io.hotfleet.patch.leadership;

import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;

/// The terms of one office, counted in the database: each leadership has a greater one than all before it.
public final class Terms {
    private static final String BEGIN = """
            insert into leadership as l (name, term, holder, since) values ($1, 1, $2, $3)
            on conflict (name) do update set term = l.term + 1, holder = excluded.holder, since = excluded.since
            returning term""";
    private static final String CURRENT = "select term, holder, since from leadership where name = $1";
    private static final String FENCE = "select term from leadership where name = $1 for share";

    private final Database database;
    private final Clock clock;
    private final String office;

    Terms(Database database, Clock clock, String office) {
        this.database = database;
        this.clock = clock;
        this.office = office;
    }

    /// @param number 0 before the first
    record Term(long number, String holder, Instant since) {}

    /// Begins a term. Waits until everything is done or undone that a former leader has in hand.
    public long begin(String holder) {
        return database.inTransaction(transaction -> transaction
                .rows(BEGIN, office, holder, clock.instant().atOffset(ZoneOffset.UTC))
                .iterator()
                .next()
                .getLong(0));
    }

    /// The first statement of everything a leader does: from here to the commit no other term begins.
    public void fence(Transaction transaction, long term) {
        Iterator<Row> row = transaction.rows(FENCE, office).iterator();
        long now = row.hasNext() ? row.next().getLong(0) : 0;
        if (now != term) {
            throw new TermEnded(term, now);
        }
    }

    Term current() {
        return database.inTransaction(transaction -> {
            Iterator<Row> rows = transaction.rows(CURRENT, office).iterator();
            if (!rows.hasNext()) {
                return new Term(0, null, null);
            }
            Row row = rows.next();
            return new Term(
                    row.getLong(0), row.getString(1), row.getOffsetDateTime(2).toInstant());
        });
    }
}
