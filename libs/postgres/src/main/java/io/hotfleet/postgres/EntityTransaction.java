package io.hotfleet.postgres;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.function.Supplier;

/// Runs work on entities in a transaction of its own, and waits for its commit. For virtual threads, and for starts.
public final class EntityTransaction {
    private EntityTransaction() {}

    /// Any failure rolls back; where somebody else was faster to change an entity it is a conflict.
    public static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work::get));
        } catch (OptimisticLockException e) {
            throw new ProblemException(
                    ProblemType.EDITED_MEANWHILE, "Somebody else has changed it meanwhile; read it and edit it again.");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// A caller who goes away must not end the session in the middle of its transaction.
    public static <T> Uni<T> detached(Uni<T> work) {
        return Uni.createFrom().emitter(caller -> work.subscribe().with(caller::complete, caller::fail));
    }
}
