package io.hotfleet.patch.leadership;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Picks who holds an advisory lock, on a session that serves nothing else: the lock ends with the session.
///
/// A process that hangs, or is cut off, keeps its session; so the server ends one that is silent for a lease's length.
final class DatabaseElection implements Election {
    private static final String TRY = "select pg_try_advisory_lock(hashtextextended($1, 0))";
    private static final String CONFIRM = "select true";

    private final Vertx vertx;
    private final PgConnectOptions options;
    private final String office;
    private final Duration lease;
    private final Duration retry;
    private Session session;

    DatabaseElection(Vertx vertx, PgConnectOptions options, String office, Duration lease, Duration retry) {
        this.vertx = vertx;
        this.options = new PgConnectOptions(options)
                .addProperty("idle_session_timeout", Long.toString(lease.toMillis()))
                .addProperty("application_name", "hotfleet-leader");
        this.office = office;
        this.lease = lease;
        this.retry = retry;
    }

    @Override
    public String by() {
        return "database";
    }

    @Override
    public synchronized void join(Candidate candidate) {
        session = new Session(candidate);
        Thread.ofVirtual().name("election").start(session);
    }

    @Override
    public synchronized void leave() {
        if (session != null) {
            session.left.countDown();
            session.close();
        }
    }

    private final class Session implements Runnable {
        private final Candidate candidate;
        private final CountDownLatch left = new CountDownLatch(1);
        private volatile PgConnection connection;
        private boolean holds;

        Session(Candidate candidate) {
            this.candidate = candidate;
        }

        @Override
        public void run() {
            try {
                do {
                    round();
                } while (!left.await(retry.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close();
            }
        }

        private void round() throws InterruptedException {
            try {
                if (connection == null) {
                    connection = await(PgConnection.connect(vertx, options));
                }
                boolean held = await(connection
                                .preparedQuery(holds ? CONFIRM : TRY)
                                .execute(holds ? Tuple.tuple() : Tuple.of(office)))
                        .iterator()
                        .next()
                        .getBoolean(0);
                if (held && !holds && left.getCount() > 0) {
                    holds = true;
                    candidate.elected();
                }
            } catch (ExecutionException | TimeoutException e) {
                lost(e);
            }
        }

        private void lost(Exception why) {
            if (holds) {
                Log.warnf("the leader's session has ended: %s", why.getMessage());
                candidate.deposed();
            }
            holds = false;
            close();
        }

        private void close() {
            PgConnection open = connection;
            connection = null;
            if (open != null) {
                open.close();
            }
        }

        private <T> T await(Future<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
            return answer.toCompletionStage().toCompletableFuture().get(lease.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
