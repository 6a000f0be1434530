package io.hotfleet.postgres;

import io.quarkus.logging.Log;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Runs work in a transaction. Only for virtual threads: it blocks.
@ApplicationScoped
public class Database {
    private static final String BY_KEYS = """
        ; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off;
        set local plan_cache_mode = force_generic_plan\
        """;

    private static final String BY_SCANS = "; set local enable_nestloop = off; set local enable_mergejoin = off";

    private static final String SNAPSHOT = " isolation level repeatable read, read only";

    /// Two connections of the pool's eight stay free for statements outside: a transaction may need the catalogue.
    private static final int TRANSACTIONS_MAX = 6;
    private static final long WAIT_SECONDS_MAX = 20;
    /// A sum over 100,000 machines takes a minute on a machine that has much else to do.
    private static final long SCAN_SECONDS_MAX = 600;

    private final Pool pool;
    private final Semaphore free = new Semaphore(TRANSACTIONS_MAX, true);

    Database(Pool pool) {
        this.pool = pool;
    }

    /// Returns after the commit; any exception rolls back.
    public <T> T inTransaction(Function<Transaction, T> work) {
        return run(work, "", Transaction.STATEMENT_SECONDS_MAX);
    }

    /// The same for work that finds every row by its key, a thousand at a time.
    ///
    /// Left to itself the planner takes the statistics of an hour ago, which know nothing of a new fleet,
    /// and joins a thousand keys by reading whole tables.
    public <T> T byKeys(Function<Transaction, T> work) {
        return run(work, BY_KEYS, Transaction.STATEMENT_SECONDS_MAX);
    }

    /// The same for sums over a whole fleet, and for its removal: everything is read once, nothing looked up row by
    /// row.
    public <T> T byScans(Function<Transaction, T> work) {
        return run(work, BY_SCANS, SCAN_SECONDS_MAX);
    }

    /// Reads as of one moment, however many statements it takes: what is removed meanwhile is still there.
    public <T> T snapshot(Function<Transaction, T> work) {
        return run(work, SNAPSHOT, Transaction.STATEMENT_SECONDS_MAX);
    }

    /// [#snapshot] and [#byKeys].
    public <T> T snapshotByKeys(Function<Transaction, T> work) {
        return run(work, SNAPSHOT + BY_KEYS, Transaction.STATEMENT_SECONDS_MAX);
    }

    /// [#snapshot] and [#byScans].
    public <T> T snapshotByScans(Function<Transaction, T> work) {
        return run(work, SNAPSHOT + BY_SCANS, SCAN_SECONDS_MAX);
    }

    private <T> T run(Function<Transaction, T> work, String settings, long secondsMax) {
        acquire();
        try {
            return connected(work, settings, secondsMax);
        } finally {
            free.release();
        }
    }

    private <T> T connected(Function<Transaction, T> work, String settings, long secondsMax) {
        SqlConnection connection = Transaction.await(pool.getConnection());
        try {
            Transaction transaction = new Transaction(connection, secondsMax);
            transaction.begin(settings);
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

    private void acquire() {
        try {
            if (!free.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new DatabaseBusy(TRANSACTIONS_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseBusy(TRANSACTIONS_MAX);
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
