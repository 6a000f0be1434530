package io.hotfleet.patch.rollout;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.LiveFleetTables;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.rollout.RolloutTables.Filter;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
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
    private final RolloutEvents publisher;

    RolloutService(Database database, Fleets fleets, Clock clock, RolloutEvents publisher) {
        this.database = database;
        this.fleets = fleets;
        this.clock = clock;
        this.publisher = publisher;
    }

    /// What a move brought; the event is null where nothing changed.
    private record Moved(RolloutView view, RolloutEvent event) {}

    Page<RolloutView> page(String fleet, Filter filter, int limit) {
        return database.snapshot(transaction -> {
            FleetRow row = live(transaction, fleets.read(transaction, fleet));
            RolloutTables tables = new RolloutTables(transaction, row.number());
            FleetPlan plan = fleets.plan(transaction, row);
            List<RolloutView> views = tables.page(filter, limit + 1).stream()
                    .map(rollout -> view(tables, plan, rollout))
                    .toList();
            return Page.of(views, limit, RolloutView::id);
        });
    }

    RolloutView one(String fleet, String id) {
        return database.snapshot(transaction -> {
            FleetRow row = live(transaction, fleets.read(transaction, fleet));
            RolloutTables tables = new RolloutTables(transaction, row.number());
            return view(tables, fleets.plan(transaction, row), require(tables, fleet, id));
        });
    }

    Page<UnitView> units(String fleet, String id, PageRequest page) {
        return database.snapshot(transaction -> {
            FleetRow row = live(transaction, fleets.read(transaction, fleet));
            RolloutTables tables = new RolloutTables(transaction, row.number());
            Rollout rollout = require(tables, fleet, id);
            List<UnitView> units = tables.units(fleets.plan(transaction, row), rollout, page);
            return Page.of(units, page.limit(), UnitView::unit);
        });
    }

    RolloutView pause(String fleet, String id) {
        return move(fleet, id, RolloutState::pause);
    }

    /// The failures that there are do not stop it again.
    RolloutView resume(String fleet, String id) {
        return move(fleet, id, RolloutState::resume);
    }

    RolloutView abort(String fleet, String id) {
        return move(fleet, id, RolloutState::abort);
    }

    private RolloutView move(String fleet, String id, UnaryOperator<RolloutState> move) {
        Moved moved = database.inTransaction(transaction -> {
            FleetRow row = live(transaction, fleets.lock(transaction, fleet));
            RolloutTables tables = new RolloutTables(transaction, row.number());
            FleetPlan plan = fleets.plan(transaction, row);
            Rollout before = require(tables, fleet, id);
            RolloutProgress progress = tables.progress(plan, before.key(), before.appeared());
            long minute = LiveFleetTables.require(transaction, row.number(), fleet)
                    .clock()
                    .minute(clock.instant());
            Rollout now = before.with(move.apply(before.state()), minute);
            if (before.state().halted() && !now.state().halted()) {
                now = now.accepting(progress.failures());
                tables.wake(Math.min(minute, Minutes.NEVER - 1));
            }
            if (now != before) {
                tables.write(now);
            }
            return new Moved(RolloutView.of(now, progress), now == before ? null : RolloutEvent.changed(fleet, now));
        });
        if (moved.event() != null) {
            publisher.publish(List.of(moved.event()));
        }
        return moved.view();
    }

    private static RolloutView view(RolloutTables tables, FleetPlan plan, Rollout rollout) {
        return RolloutView.of(rollout, tables.progress(plan, rollout.key(), rollout.appeared()));
    }

    private static FleetRow live(Transaction transaction, FleetRow row) {
        LiveFleetTables.require(transaction, row.number(), row.id());
        return row;
    }

    private static Rollout require(RolloutTables tables, String fleet, String id) {
        return tables.find(id).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.ROLLOUT_NOT_FOUND, "Fleet '%s' has no rollout '%s'.".formatted(fleet, id)));
    }
}
