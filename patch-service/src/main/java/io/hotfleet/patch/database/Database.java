package io.hotfleet.patch.database;

import io.quarkus.logging.Log;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/// Runs work in a transaction. Only for virtual threads: it blocks.
@ApplicationScoped
public class Database {
    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /// Returns after the commit; any exception rolls back.
    public <T> T inTransaction(Function<Transaction, T> work) {
        SqlConnection connection = Transaction.await(pool.getConnection());
        try {
            Transaction transaction = new Transaction(connection);
            transaction.begin();
            try {
                T result = work.apply(transaction);
                transaction.commit();
                return result;
            } catch (RuntimeException e) {
                rollback(transaction, e);
                throw e;
            }
        } finally {
            connection.close();
        }
    }

    private static void rollback(Transaction transaction, RuntimeException cause) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            Log.debug("the rollback failed, too", e);
            cause.addSuppressed(e);
        }
    }
}
