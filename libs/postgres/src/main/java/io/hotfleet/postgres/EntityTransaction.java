package io.hotfleet.postgres;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/// Runs work on entities in a transaction of its own, and waits for its commit. For virtual threads, and for starts.
public final class EntityTransaction {
    private EntityTransaction() {}

    /// Any failure rolls back; where somebody else was faster to change an entity it is a conflict.
    public static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work::get));
        } catch (OptimisticLockException e) {
            throw new ProblemException(
                    ProblemType.EDITED_AT_ONCE, "Somebody else has changed it meanwhile; read it and edit it again.");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
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
