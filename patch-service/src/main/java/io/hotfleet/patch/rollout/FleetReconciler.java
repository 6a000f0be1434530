package io.hotfleet.patch.rollout;

import io.hotfleet.patch.agent.SyncService;
import io.hotfleet.patch.agent.SyncService.Moment;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Heartbeats;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.fleet.LiveFleet;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.HaltedMonths;
import io.hotfleet.patch.policy.Offer;
import io.hotfleet.patch.rollout.RolloutState.Finished;
import io.hotfleet.patch.rollout.RolloutState.Name;
import io.hotfleet.patch.rollout.RolloutState.Running;
import io.hotfleet.postgres.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One fleet's turn, under the lock of its row: rollouts are counted, new ones begin, then what is due is decided.
final class FleetReconciler {
    /// A decision that came due so many rounds ago is taken for its minute, an older one for now.
    private static final int ROUNDS_LATE_MAX = 4;

    private final Transaction transaction;
    private final FleetRow fleet;
    private final KnownFleet known;
    private final LiveFleet live;
    private final RolloutTables tables;
    private final List<RolloutEvent> events = new ArrayList<>();
    private final HaltedMonths halts = new HaltedMonths();

    FleetReconciler(Transaction transaction, FleetRow fleet, KnownFleet known, LiveFleet live) {
        this.transaction = transaction;
        this.fleet = fleet;
        this.known = known;
        this.live = live;
        this.tables = new RolloutTables(transaction, fleet.number());
    }

    List<RolloutEvent> reconcile(SyncService sync, Instant real, Duration tick) {
        long minute = live.minute(real, fleet.clock());
        advance(minute);
        begin(minute);
        halt();
        long late = Math.max(1, live.clock().minutesIn(tick.multipliedBy(ROUNDS_LATE_MAX)));
        Map<Integer, Boolean> reached = Heartbeats.changed(transaction, live, real);
        sync.decide(transaction, fleet, known, new Moment(minute + 1, minute - late, halts, reached));
        return events;
    }

    private void advance(long minute) {
        for (Rollout rollout : tables.in(Name.RUNNING, Name.HELD, Name.PAUSED, Name.STOPPED)) {
            RolloutProgress progress = tables.progress(plan(), rollout.key(), rollout.appeared());
            RolloutState state =
                    rollout.state().next(progress, plan().definition().policy().failureGate(), rollout.accepted());
            Rollout now = rollout.with(state, minute);
            if (now != rollout) {
                tables.write(now);
                events.add(RolloutEvent.changed(fleet.id(), now));
            }
        }
    }

    /// Each regular offer that has appeared since the newest rollout of its product; at first, the newest alone.
    private void begin(long minute) {
        Map<String, Long> newest = new HashMap<>();
        tables.newest().forEach(known -> newest.put(known.product(), known.appeared()));
        known.topology().machines().stream()
                .map(Member::product)
                .distinct()
                .sorted()
                .forEach(product ->
                        appeared(product, minute, newest.get(product)).forEach(offer -> begin(offer, minute)));
    }

    private List<Offer.Regular> appeared(String product, long minute, Long newest) {
        List<Offer.Regular> found = new ArrayList<>();
        for (Offer any : plan().offers(product)) {
            if (any instanceof Offer.Regular offer && offer.appears() <= minute) {
                if (newest == null) {
                    found.clear();
                }
                if (newest == null || offer.appears() > newest) {
                    found.add(offer);
                }
            }
        }
        return found;
    }

    private void begin(Offer.Regular offer, long minute) {
        Rollout.Key key = Rollout.Key.of(offer.product(), offer.month());
        RolloutProgress progress = tables.progress(plan(), key, offer.appears());
        boolean nothing = progress.outstanding() == 0;
        Rollout begun = Rollout.begun(key, offer.appears(), nothing ? new Finished(null) : new Running(), minute);
        tables.write(begun);
        if (!nothing) {
            events.add(RolloutEvent.started(fleet.id(), begun));
        }
    }

    private void halt() {
        for (Rollout rollout : tables.in(Name.PAUSED, Name.STOPPED)) {
            halts.pause(rollout.key().product(), rollout.key().month());
        }
        for (Rollout rollout : tables.in(Name.ABORTED)) {
            halts.abort(rollout.key().product(), rollout.key().month());
        }
    }

    private FleetPlan plan() {
        return known.plan();
    }
}
