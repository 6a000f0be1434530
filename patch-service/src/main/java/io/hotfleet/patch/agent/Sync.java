package io.hotfleet.patch.agent;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.planner.Command;
import io.hotfleet.patch.planner.Decision;
import io.hotfleet.patch.planner.Decision.Act;
import io.hotfleet.patch.planner.Decision.Hold;
import io.hotfleet.patch.planner.Decision.Rest;
import io.hotfleet.patch.planner.Decision.Wait;
import io.hotfleet.patch.planner.Node;
import io.hotfleet.patch.planner.NodeReport;
import io.hotfleet.patch.planner.NodeReport.Outcome;
import io.hotfleet.patch.planner.ReportApplier;
import io.hotfleet.patch.planner.RingGate;
import io.hotfleet.patch.planner.UnitPlanner;
import io.hotfleet.patch.planner.UnitSnapshot;
import io.hotfleet.patch.planner.UnitState;
import io.hotfleet.patch.planner.UpdateSelector;
import io.hotfleet.patch.planner.store.StateWriter;
import io.hotfleet.patch.policy.HaltedMonths;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One step of one fleet, under the lock of its row: reports are applied, then what is due before `until` is decided.
///
/// Rings are played one after the other: a ring is decided only when no lower one has an open command or a decision
/// due before `until`, so that what opens for it does not depend on who reports first.
final class Sync {
    static final int UNITS_MAX = 1_000;

    private static final int ALL_RINGS = -1;

    private static final int DECISIONS_MAX = 1_000;

    private final Transaction transaction;
    private final FleetRow fleet;
    private final KnownFleet known;
    private final Scope scope;
    private final long until;
    private final WorkingSet units;
    private final RingProgress rings;
    private final UnitPlanner planner;
    private final List<ReportHistory.Entry> history = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final Map<Integer, String> holds = new TreeMap<>();
    private int stale;
    private long cursor;
    private int swept;
    private boolean more;

    Sync(Transaction transaction, FleetRow fleet, KnownFleet known, Scope scope) {
        this.transaction = transaction;
        this.fleet = fleet;
        this.known = known;
        this.scope = scope;
        this.until = scope.until();
        this.units = new WorkingSet(transaction, fleet.number(), known.topology());
        this.rings =
                known.plan().definition().policy().rings().size() > 1 ? new RingProgress(known, scope.halts()) : null;
        RingGate opened = rings == null ? RingGate.ALL : rings;
        RingGate ringGate = scope.live()
                ? (offer, ring) -> scope.halts().halted(offer) ? Minutes.NEVER : opened.opens(offer, ring)
                : opened;
        this.planner = new UnitPlanner(new UpdateSelector(known.plan(), known.entitlements(), ringGate));
        this.cursor = fleet.cursor();
    }

    /// How far a step goes.
    ///
    /// @param notBefore decisions that came due earlier are taken for this minute
    /// @param live rings are then decided together, what must wait for something is told
    record Scope(long until, long notBefore, boolean live, HaltedMonths halts) {
        static Scope rehearsal(long until) {
            return new Scope(until, 0, false, HaltedMonths.NONE);
        }

        static Scope live(long until, long notBefore, HaltedMonths halts) {
            return new Scope(until, notBefore, true, halts);
        }
    }

    /// What a step brought; the commands are in order of id.
    record Result(List<Command> commands, long cursor, boolean more, int applied, int stale) {}

    Result run(List<NodeReport> reports) {
        readRings();
        apply(reports);
        int ring = rings == null ? 0 : RingTables.active(transaction, fleet.number(), units, until);
        decideAll(ring, rings != null || until > fleet.clock() ? 0 : fleet.swept());
        write();
        advance();
        return new Result(commands, cursor, more || moreRings(), history.size(), stale);
    }

    /// Reports of live nodes: what follows from them is the leader's to decide.
    Result take(List<NodeReport> reports) {
        apply(reports);
        write();
        feed();
        return new Result(commands, cursor, false, history.size(), stale);
    }

    /// A live fleet's turn: machines that went or came without a word, then everything that is due.
    Result decide(Map<Integer, Boolean> reached) {
        readRings();
        reach(reached);
        decideAll(ALL_RINGS, 0);
        write();
        new StateWriter(transaction, fleet.number()).holds(holds, until - 1);
        advance();
        feed();
        return new Result(commands, cursor, more, 0, 0);
    }

    private void readRings() {
        if (rings != null) {
            boolean dealt = RingTables.deal(transaction, fleet, known.topology());
            rings.read(transaction, fleet.number());
            if (dealt) {
                rings.recount(transaction, fleet.number(), until - 1);
            }
        }
    }

    private void decideAll(int ring, int after) {
        WorkingSet.Sweep sweep = units.loadDue(until, ring, after);
        more = sweep.left();
        swept = sweep.swept();
        units.snapshots().stream()
                .filter(snapshot -> ring == ALL_RINGS || snapshot.unit().ring() == ring)
                .sorted(Comparator.comparing(snapshot -> snapshot.unit().name()))
                .toList()
                .forEach(this::decide);
    }

    private void reach(Map<Integer, Boolean> reached) {
        units.load(reached.keySet().stream().map(known.topology()::unitOf).toList());
        ReportApplier reporting = new ReportApplier(known.plan());
        reached.forEach((machine, online) -> {
            UnitSnapshot before = units.of(known.topology().unitOf(machine));
            UnitSnapshot after = reporting.reached(before, machine, online, until - 1);
            units.put(after);
            units.changed(after.node(machine));
        });
    }

    private void apply(List<NodeReport> reports) {
        units.load(reports.stream()
                .map(report -> known.topology().unitOf(report.machine()))
                .toList());
        ReportApplier reporting = new ReportApplier(known.plan());
        for (NodeReport report : NodeReport.inTime(reports)) {
            UnitSnapshot before = units.of(known.topology().unitOf(report.machine()));
            if (units.isStale(report)) {
                stale++;
                continue;
            }
            UnitSnapshot after = reporting.apply(before, inTime(before.state(), report));
            units.put(after);
            Node was = before.node(report.machine());
            Node is = after.node(report.machine());
            units.changed(is);
            history.add(new ReportHistory.Entry(report, answered(before.state(), report), was, is));
        }
    }

    /// Live, a command and its answer may fall into one minute.
    private NodeReport inTime(UnitState before, NodeReport report) {
        Command open = scope.live() ? answered(before, report) : null;
        return open == null ? report : report.endingFrom(open.at() + 1);
    }

    private static Command answered(UnitState before, NodeReport report) {
        Command open = before.open();
        return open != null && open.id() == report.command() ? open : null;
    }

    private void decide(UnitSnapshot snapshot) {
        UnitSnapshot now = snapshot;
        for (int i = 0; i < DECISIONS_MAX && undecided(now.state()); i++) {
            long minute = Math.max(now.state().next(), scope.notBefore());
            Decision decision = planner.decide(now, minute);
            now = now.after(decision, cursor + 1);
            if (scope.live()) {
                holds.put(now.unit().number(), decision instanceof Hold hold ? hold.reason() : null);
            }
            switch (decision) {
                case Act _ -> {
                    cursor++;
                    commands.add(now.state().open());
                }
                case Wait _ -> {}
                case Rest _ -> now = settled(now, minute);
                case Hold _ -> now = scope.live() ? now : settled(now, minute);
            }
        }
        if (undecided(now.state())) {
            more = true;
            swept = 0;
        }
        units.put(now.overtaken());
    }

    private boolean undecided(UnitState state) {
        return state.open() == null && state.due() < until && state.next() < until;
    }

    private UnitSnapshot settled(UnitSnapshot now, long minute) {
        return rings == null ? now : now.settled(rings.settle(now.unit(), now.state(), minute));
    }

    private void write() {
        StateWriter writer = new StateWriter(transaction, fleet.number());
        writer.units(units.changedUnits());
        writer.nodes(units.changedNodes());
        writer.clusters(units.changedClusters());
        ReportHistory.add(transaction, fleet.number(), history);
        if (rings != null) {
            rings.write(transaction, fleet.number());
        }
    }

    private void advance() {
        transaction.write(
                "update fleet set clock = $2, cursor = $3, swept = $4 where fleet = $1",
                fleet.number(),
                (int) until,
                cursor,
                swept);
    }

    private void feed() {
        List<Integer> opened = commands.stream()
                .map(command -> known.topology().unitOf(command.machine()).number())
                .toList();
        List<Long> answered = history.stream()
                .filter(entry -> entry.answered() != null && entry.report().outcome() != Outcome.PROGRESS)
                .map(entry -> entry.answered().id())
                .toList();
        units.tables().feed(commands.stream().map(Command::id).toList(), opened, answered);
    }

    private boolean moreRings() {
        return rings != null && RingTables.waiting(transaction, fleet.number(), until);
    }

    static long until(long asked, FleetRow fleet, long end) {
        return Math.min(Math.max(asked, fleet.clock()), Math.min(end, Minutes.NEVER - 1));
    }
}
