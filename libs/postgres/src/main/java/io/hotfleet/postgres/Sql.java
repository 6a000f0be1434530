package io.hotfleet.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// Prepared statements on the reactive client, in one line each.
public final class Sql {
    private Sql() {}

    /// A pool is asked for a connection first: a statement that it is given itself, and that has none, leaves a timer
    /// behind which is logged as an error later (vertx-sql-client issue 1706).
    public static Uni<RowSet<Row>> run(SqlClient client, String statement, Object... arguments) {
        return client instanceof Pool pool
                ? pool.withConnection(connection -> run(connection, statement, arguments))
                : client.preparedQuery(statement).execute(Tuple.from(Arrays.asList(arguments)));
    }

    public static <T> Uni<List<T>> list(
            SqlClient client, Function<Row, T> read, String statement, Object... arguments) {
        return run(client, statement, arguments).map(rows -> list(rows, read));
    }

    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
