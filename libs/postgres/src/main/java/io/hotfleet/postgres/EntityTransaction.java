package io.hotfleet.postgres;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/// Runs work on entities in a transaction of its own, and waits for its commit. For virtual threads, and for starts.
public final class EntityTransaction {
    private static final long ANSWER_SECONDS_MAX = 60;

    private EntityTransaction() {}

    /// Any failure rolls back; where somebody else was faster to change an entity it is a conflict. Who is interrupted
    /// stops waiting, but the work goes on to its end: a session that is cancelled keeps its connection for ever.
    ///
    /// @throws IllegalStateException if there is no answer in time
    public static <T> T run(Supplier<Uni<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            VertxContextSupport.subscribe(
                    () -> Panache.<T>withTransaction(work).toMulti(),
                    caller ->
                            caller.with(result::complete, result::completeExceptionally, () -> result.complete(null)));
            return result.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was at work", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The database has not answered", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case OptimisticLockException _ ->
                new ProblemException(
                        ProblemType.EDITED_AT_ONCE,
                        "Somebody else has changed it meanwhile; read it and edit it again.");
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }

    /// The same for work that asks the session itself.
    ///
    /// @throws IllegalStateException if the database does not do what it was asked
    public static <T> T inSession(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return run(() -> Panache.getSession().chain(work::apply));
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("The database did not do what it was asked", e);
        }
    }

    /// A caller who goes away must not end the session in the middle of its transaction.
    public static <T> Uni<T> detached(Uni<T> work) {
        return Uni.createFrom().emitter(caller -> work.subscribe().with(caller::complete, caller::fail));
    }
}
