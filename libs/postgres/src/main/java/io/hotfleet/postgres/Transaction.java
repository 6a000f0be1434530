package io.hotfleet.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One open transaction. Belongs to one virtual thread.
public final class Transaction {
    static final long STATEMENT_SECONDS_MAX = 60;

    private final SqlConnection connection;
    private final long secondsMax;
    private final List<Future<RowSet<Row>>> unread = new ArrayList<>();

    /// @param secondsMax the longest that one of its statements may take
    Transaction(SqlConnection connection, long secondsMax) {
        this.connection = connection;
        this.secondsMax = secondsMax;
    }

    /// Sends a statement and waits for its rows.
    public RowSet<Row> rows(String sql, Object... parameters) {
        return await(send(sql, parameters), secondsMax);
    }

    /// Sends a statement; its answer is read later, with `await`.
    public Future<RowSet<Row>> send(String sql, Object... parameters) {
        return connection.preparedQuery(sql).execute(Tuple.from(parameters));
    }

    /// Sends a write whose answer nobody needs; the commit fails if it does.
    public void write(String sql, Object... parameters) {
        unread.add(send(sql, parameters));
    }

    public static <T> T await(Future<T> answer) {
        return await(answer, STATEMENT_SECONDS_MAX);
    }

    private static <T> T await(Future<T> answer, long secondsMax) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(secondsMax, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer within " + secondsMax + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    void begin(String settings) {
        unread.add(connection.query("begin" + settings).execute());
    }

    /// After a failed statement the server answers `commit` with a rollback, so every answer is read.
    void commit() {
        unread.add(connection.query("commit").execute());
        unread.forEach(answer -> await(answer, secondsMax));
    }

    void rollback() {
        await(connection.query("rollback").execute());
    }
}
