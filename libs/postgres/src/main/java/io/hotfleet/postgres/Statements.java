package io.hotfleet.postgres;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One statement at a time, each its own transaction. Blocks: call it from virtual threads.
@ApplicationScoped
public class Statements {
    private static final long ANSWER_SECONDS_MAX = 30;

    private final Pool pool;

    Statements(Pool pool) {
        this.pool = pool;
    }

    public RowSet<Row> query(String sql, Object... values) {
        return query(sql, Tuple.from(values));
    }

    /// Asks the pool for a connection first: a statement that it is given itself, and that has none, leaves a timer
    /// behind which is logged as an error later (vertx-sql-client issue 1706).
    ///
    /// @throws IllegalStateException if it fails, or there is no answer in time
    public RowSet<Row> query(String sql, Tuple values) {
        try {
            return pool.withConnection(
                            connection -> connection.preparedQuery(sql).execute(values))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was at work", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The database did not do what it was asked", e);
        }
    }
}
