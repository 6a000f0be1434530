package io.hotfleet.patch.rollout;

import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.LiveFleet;
import io.hotfleet.patch.fleet.LiveFleetTables;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.rollout.RolloutTables.Filter;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.EntityTransaction;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.rest.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/// Rollouts as people see and steer them; any instance may, under the fleet's lock.
@ApplicationScoped
class RolloutService {
    private final Database database;
    private final Fleets fleets;
    private final Clock clock;
    private final RolloutRepository rollouts;
    private final RolloutEvents publisher;

    RolloutService(Database database, Fleets fleets, Clock clock, RolloutRepository rollouts, RolloutEvents publisher) {
        this.database = database;
        this.rollouts = rollouts;
        this.fleets = fleets;
        this.clock = clock;
        this.publisher = publisher;
    }

    /// How far a rollout is, and the fleet's minute.
    private record Standing(int fleet, RolloutProgress progress, long minute) {}

    private record Moved(Rollout before, Rollout now) {}

    Page<RolloutView> page(FleetId fleet, Filter filter, int limit) {
        return database.snapshot(transaction -> {
            FleetRow row = live(transaction, fleets.read(transaction, fleet));
            RolloutTables tables = new RolloutTables(transaction, row.number());
            FleetPlan plan = fleets.plan(transaction, row);
            List<RolloutView> views = tables.page(filter, limit + 1).stream()
                    .map(rollout -> view(tables, plan, rollout))
                    .toList();
            return Page.of(views, limit, view -> view.id().value());
        });
    }

    Versioned<RolloutView> one(FleetId fleet, RolloutId id) {
        return database.snapshot(transaction -> {
            FleetRow row = live(transaction, fleets.read(transaction, fleet));
            RolloutTables tables = new RolloutTables(transaction, row.number());
            Rollout rollout = require(tables, fleet, id);
            return new Versioned<>(view(tables, fleets.plan(transaction, row), rollout), rollout.version());
        });
    }

    Page<UnitView> units(FleetId fleet, RolloutId id, PageRequest page) {
        return database.snapshot(transaction -> {
            FleetRow row = live(transaction, fleets.read(transaction, fleet));
            RolloutTables tables = new RolloutTables(transaction, row.number());
            Rollout rollout = require(tables, fleet, id);
            List<UnitView> units = tables.units(fleets.plan(transaction, row), rollout, page);
            return Page.of(units, page.limit(), UnitView::unit);
        });
    }

    /// @param ifMatch the version that somebody wants to change; null for any
    Versioned<RolloutView> pause(FleetId fleet, RolloutId id, String ifMatch) {
        return move(fleet, id, ifMatch, RolloutState::pause);
    }

    /// The failures that there are do not stop it again.
    Versioned<RolloutView> resume(FleetId fleet, RolloutId id, String ifMatch) {
        return move(fleet, id, ifMatch, RolloutState::resume);
    }

    Versioned<RolloutView> abort(FleetId fleet, RolloutId id, String ifMatch) {
        return move(fleet, id, ifMatch, RolloutState::abort);
    }

    private Versioned<RolloutView> move(FleetId fleet, RolloutId id, String ifMatch, UnaryOperator<RolloutState> move) {
        Standing standing = standing(fleet, id);
        Moved moved = EntityTransaction.run(() -> rollouts.locked(standing.fleet(), id.value())
                .onItem()
                .ifNull()
                .failWith(() -> notFound(fleet, id))
                .invoke(stored -> Versioned.require(ifMatch, stored.version))
                .map(stored -> moved(stored, standing, move))
                .call(changed -> wake(standing, changed)));
        if (moved.now() != moved.before()) {
            publisher.publish(List.of(RolloutEvent.changed(fleet, moved.now())));
        }
        return new Versioned<>(
                RolloutView.of(moved.now(), standing.progress()), moved.now().version());
    }

    private Standing standing(FleetId fleet, RolloutId id) {
        return database.snapshot(transaction -> {
            FleetRow row = fleets.read(transaction, fleet);
            LiveFleet live = LiveFleetTables.require(transaction, row.number(), fleet);
            RolloutTables tables = new RolloutTables(transaction, row.number());
            Rollout rollout = require(tables, fleet, id);
            RolloutProgress progress =
                    tables.progress(fleets.plan(transaction, row), rollout.key(), rollout.appeared());
            return new Standing(row.number(), progress, live.clock().minute(clock.instant()));
        });
    }

    private static Moved moved(StoredRollout stored, Standing standing, UnaryOperator<RolloutState> move) {
        Rollout before = stored.rollout();
        Rollout now = before.with(move.apply(before.state()), standing.minute());
        if (resumes(before, now)) {
            now = now.accepting(standing.progress().failures());
        }
        if (now != before) {
            stored.take(now);
        }
        return new Moved(before, now);
    }

    private Uni<Integer> wake(Standing standing, Moved moved) {
        return resumes(moved.before(), moved.now())
                ? rollouts.wake(standing.fleet(), Math.min(standing.minute(), Minutes.NEVER - 1))
                : Uni.createFrom().item(0);
    }

    private static boolean resumes(Rollout before, Rollout now) {
        return before.state().halted() && !now.state().halted();
    }

    private static RolloutView view(RolloutTables tables, FleetPlan plan, Rollout rollout) {
        return RolloutView.of(rollout, tables.progress(plan, rollout.key(), rollout.appeared()));
    }

    private static FleetRow live(Transaction transaction, FleetRow row) {
        LiveFleetTables.require(transaction, row.number(), row.id());
        return row;
    }

    private static Rollout require(RolloutTables tables, FleetId fleet, RolloutId id) {
        return tables.find(id).stream().findFirst().orElseThrow(() -> notFound(fleet, id));
    }

    private static ProblemException notFound(FleetId fleet, RolloutId id) {
        return new ProblemException(
                ProblemType.ROLLOUT_NOT_FOUND, "Fleet '%s' has no rollout '%s'.".formatted(fleet, id));
    }
}
