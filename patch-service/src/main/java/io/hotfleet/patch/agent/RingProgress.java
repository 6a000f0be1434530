package io.hotfleet.patch.agent;

import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.fleet.Topology;
import io.hotfleet.patch.planner.RingGate;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.patch.planner.UnitState;
import io.hotfleet.patch.planner.store.StateWriter.Columns;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.HaltedMonths;
import io.hotfleet.patch.policy.Offer;
import io.hotfleet.patch.policy.Policy.Ring;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far the rings of one fleet are: a count for each offer and ring, kept as units settle.
final class RingProgress implements RingGate {
    private static final String READ =
            "select product, offer, ring, unsettled, settled_at from ring_progress where fleet = $1";
    private static final String WRITE = """
            insert into ring_progress (fleet, product, offer, ring, unsettled, settled_at)
            select $1, n.* from unnest($2::text[], $3::int[], $4::int[], $5::int[], $6::int[]) n
            on conflict (fleet, product, offer, ring) do update
            set unsettled = excluded.unsettled, settled_at = excluded.settled_at""";
    private static final String SETTLED = "select unit, settled from unit where fleet = $1 and settled > 0";
    private static final String WAKE =
            "update unit set due = least(due, $3) where fleet = $1 and ring = $2 and command is null";

    private final FleetPlan plan;
    private final Topology topology;
    private final HaltedMonths halts;
    private final List<Ring> rings;
    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Map<Key, Tally> changed = new HashMap<>();
    private final Map<Integer, Long> awake = new HashMap<>();
    private final Map<Key, Integer> sizes = new HashMap<>();

    private record Key(String product, int offer, int ring) {}

    private record Tally(int unsettled, long settledAt) {}

    RingProgress(KnownFleet fleet, HaltedMonths halts) {
        this.halts = halts;
        this.plan = fleet.plan();
        this.topology = fleet.topology();
        this.rings = plan.definition().policy().rings();
        for (Unit unit : topology.units()) {
            sizes.merge(new Key(unit.product(), 0, unit.ring()), 1, Integer::sum);
        }
    }

    void read(Transaction transaction, int fleet) {
        for (Row row : transaction.rows(READ, fleet)) {
            tallies.put(
                    new Key(row.getString(0), row.getInteger(1), row.getInteger(2)),
                    new Tally(row.getInteger(3), row.getInteger(4)));
        }
    }

    /// Units have come, gone, or changed their ring since the counts were taken: they are taken anew, and all units
    /// look again at a minute.
    void recount(Transaction transaction, int fleet, long minute) {
        if (tallies.isEmpty()) {
            return;
        }
        Map<Key, Integer> settled = new HashMap<>();
        for (Row row : transaction.rows(SETTLED, fleet)) {
            Unit unit = topology.unit(row.getInteger(0));
            for (int offer = 0; offer < row.getInteger(1); offer++) {
                settled.merge(new Key(unit.product(), offer, unit.ring()), 1, Integer::sum);
            }
        }
        Set<Key> counted = new HashSet<>(tallies.keySet());
        counted.addAll(settled.keySet());
        for (Key key : counted) {
            int unsettled = size(key.product(), key.ring()) - settled.getOrDefault(key, 0);
            Tally before = tallies.get(key);
            put(key, new Tally(unsettled, before == null ? 0 : before.settledAt()));
        }
        for (int ring = 0; ring < rings.size(); ring++) {
            awake.merge(ring, minute, Math::min);
        }
    }

    /// A ring without units of the product passes an offer on at once.
    @Override
    public long opens(Offer offer, int ring) {
        long opening = offer.appears();
        for (int before = 0; before < ring; before++) {
            Tally tally = tally(offer, before);
            if (tally.unsettled() > 0) {
                return Minutes.NEVER;
            }
            opening = Math.max(opening, tally.settledAt()) + rings.get(before).soakMinutes();
        }
        return opening;
    }

    /// A unit has nothing left to do at a minute: it settles all offers that are open for it. Returns their number.
    int settle(Unit unit, UnitState state, long minute) {
        List<Offer> offers = plan.offers(unit.product());
        int settled = state.settled();
        while (settled < offers.size() && settles(offers.get(settled), unit.ring(), minute)) {
            settle(offers.get(settled), unit.ring(), minute);
            settled++;
        }
        return settled;
    }

    /// What is aborted has nothing left to do; what is paused has.
    private boolean settles(Offer offer, int ring, long minute) {
        return halts.aborted(offer) || (!halts.halted(offer) && opens(offer, ring) <= minute);
    }

    private void settle(Offer offer, int ring, long minute) {
        Tally before = tally(offer, ring);
        Tally after = new Tally(before.unsettled() - 1, Math.max(before.settledAt(), minute));
        Key key = new Key(offer.product(), offer.index(), ring);
        put(key, after);
        for (int next = ring + 1; after.unsettled() == 0 && next < rings.size(); next++) {
            long opening = opens(offer, next);
            if (opening < Minutes.NEVER) {
                awake.merge(next, opening, Math::min);
            }
        }
    }

    private Tally tally(Offer offer, int ring) {
        Tally known = tallies.get(new Key(offer.product(), offer.index(), ring));
        return known != null ? known : new Tally(size(offer.product(), ring), 0);
    }

    private int size(String product, int ring) {
        return sizes.getOrDefault(new Key(product, 0, ring), 0);
    }

    private void put(Key key, Tally tally) {
        tallies.put(key, tally);
        changed.put(key, tally);
    }

    /// After the units: those of an opened ring become due.
    void write(Transaction transaction, int fleet) {
        if (changed.isEmpty()) {
            return;
        }
        Columns<Key> c = new Columns<>(new ArrayList<>(changed.keySet()));
        transaction.write(
                WRITE,
                fleet,
                c.of(Key::product, String[]::new),
                c.ints(Key::offer),
                c.ints(Key::ring),
                c.ints(key -> changed.get(key).unsettled()),
                c.ints(key -> changed.get(key).settledAt()));
        awake.forEach((ring, opening) -> transaction.write(WAKE, fleet, ring, (int) (long) opening));
    }
}
