package io.hotfleet.patch.catalog;

import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.Release.Restart;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// Hands out the catalogue as the database has it now.
///
/// Every call reads one number; the rows follow only if another replica, or this one, has changed them.
/// Plain SQL, so that it can be called from any thread and without a session.
@ApplicationScoped
public class Catalogues {
    private final Pool pool;
    private volatile Snapshot snapshot = new Snapshot(0, Catalogue.of(List.of()));

    private record Snapshot(long version, Catalogue catalogue) {}

    Catalogues(Pool pool) {
        this.pool = pool;
    }

    /// The catalogue with everything that was committed before the call.
    public Uni<Catalogue> current() {
        return ask("select version from catalogue_version")
                .map(rows -> rows.iterator().next().getLong("version"))
                .chain(this::atLeast);
    }

    /// The catalogue as it was last read, for measuring; empty before the first question.
    Catalogue last() {
        return snapshot.catalogue();
    }

    private Uni<Catalogue> atLeast(long version) {
        Snapshot held = snapshot;
        return held.version() == version
                ? Uni.createFrom().item(held.catalogue())
                : ask("select * from release").map(rows -> keep(new Snapshot(version, Catalogue.of(releases(rows)))));
    }

    /// The pool is asked for a connection first: a statement that it is given itself, and that has none, leaves a timer
    /// behind which is logged as an error later (vertx-sql-client issue 1706).
    private Uni<RowSet<Row>> ask(String sql) {
        return pool.withConnection(connection -> connection.query(sql).execute());
    }

    /// The rows may be newer than the version read before them, never older: the next call then reads them again.
    private Catalogue keep(Snapshot read) {
        if (read.version() > snapshot.version()) {
            snapshot = read;
        }
        return read.catalogue();
    }

    private static List<Release> releases(RowSet<Row> rows) {
        List<Release> releases = new ArrayList<>(rows.size());
        rows.forEach(row -> releases.add(release(row)));
        return releases;
    }

    private static Release release(Row row) {
        return new Release(
                row.getString("product"),
                YearMonth.parse(row.getString("month")),
                row.getLocalDate("release_date"),
                Kind.valueOf(row.getString("kind")),
                row.getString("kb"),
                row.getInteger("build"),
                row.getInteger("revision"),
                row.getBoolean("planned"),
                Restart.valueOf(row.getString("restart")),
                TrackEffect.valueOf(row.getString("track")),
                row.getString("baseline"),
                row.getString("confidence"),
                row.getString("source"),
                row.getString("note"));
    }
}
