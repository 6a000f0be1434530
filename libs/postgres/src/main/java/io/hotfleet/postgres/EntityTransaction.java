package io.hotfleet.postgres;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// Runs work on entities in a transaction of its own, and waits for its commit. For virtual threads, and for starts.
public final class EntityTransaction {
    private EntityTransaction() {}

    /// Any failure rolls back; where somebody else was faster to change an entity it is a conflict.
    ///
    /// @throws IllegalStateException if the database does not do what it was asked
    public static <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> Panache.withTransaction(() -> Panache.getSession().chain(work::apply)));
        } catch (OptimisticLockException e) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "Somebody else has changed it meanwhile; read it and edit it again.");
        } catch (ProblemException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The database did not do what it was asked", e);
        }
    }
}
