package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;

/// Fleets as people edit them. Edits of one fleet wait for each other, so that none is lost.
@ApplicationScoped
class FleetRepository implements PanacheRepositoryBase<StoredFleet, String> {
    /// A fleet that is there now, and whether it was set up by this call.
    record SetUp(Versioned<FleetDefinition> fleet, boolean isNew) {}

    /// The fleet as it is there, which may have been set up otherwise.
    Uni<SetUp> setUp(FleetDefinition wanted, Instant real) {
        return Panache.withTransaction(() -> foundOrNew(wanted, real))
                .onFailure(ConstraintViolationException.class)
                // somebody else was first
                .recoverWithUni(() -> definition(wanted.id()).map(found -> new SetUp(found, false)));
    }

    Uni<Versioned<FleetDefinition>> definition(FleetId id) {
        return Panache.withSession(() -> require(id, LockModeType.NONE).map(FleetRepository::versioned));
    }

    Uni<Versioned<Fleet>> fleet(FleetId id) {
        return Panache.withSession(
                () -> require(id, LockModeType.NONE).map(found -> new Versioned<>(found.fleet(), found.version)));
    }

    Uni<List<FleetDefinition>> page(PageRequest paging) {
        return Panache.withSession(() -> find("id > ?1 order by id", paging.after())
                        .page(0, paging.fetch())
                        .list())
                .map(found -> found.stream().map(StoredFleet::definition).toList());
    }

    /// Gives a live fleet another clock, made from the one it has.
    ///
    /// @param ifMatch the entity tag that its caller has seen, or null
    Uni<Versioned<FleetClock>> pace(FleetId id, String ifMatch, UnaryOperator<FleetClock> paced) {
        return Panache.withTransaction(() -> require(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(found -> Versioned.require(ifMatch, found.version))
                .invoke(found -> found.run(
                        paced.apply(WrongKindOfFleet.requireLive(found.fleet()).clock())))
                .call(this::flush)
                .map(found -> new Versioned<>(found.clock(), found.version)));
    }

    /// All that is known of the fleet goes with it; no-op when it is gone.
    Uni<Void> remove(FleetId id, String ifMatch) {
        return Panache.withTransaction(() -> findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .invoke(found -> Versioned.require(ifMatch, found.version))
                .onItem()
                .ifNotNull()
                .call(this::delete)
                .replaceWithVoid());
    }

    private Uni<SetUp> foundOrNew(FleetDefinition wanted, Instant real) {
        return findById(wanted.id().value())
                .onItem()
                .ifNotNull()
                .transform(found -> new SetUp(versioned(found), false))
                .onItem()
                .ifNull()
                .switchTo(() ->
                        persistAndFlush(StoredFleet.of(wanted, real)).map(made -> new SetUp(versioned(made), true)));
    }

    private Uni<StoredFleet> require(FleetId id, LockModeType lock) {
        return findById(id.value(), lock).onItem().ifNull().failWith(() -> new FleetNotFound(id));
    }

    private static Versioned<FleetDefinition> versioned(StoredFleet found) {
        return new Versioned<>(found.definition(), found.version);
    }
}
