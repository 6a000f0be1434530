package io.hotfleet.patch.report;

import io.hotfleet.patch.clock.Minutes;
import io.hotfleet.patch.database.Transaction;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.rollout.Chooser;
import io.hotfleet.patch.rollout.Command;
import io.hotfleet.patch.rollout.Decider;
import io.hotfleet.patch.rollout.Decision;
import io.hotfleet.patch.rollout.Decision.Act;
import io.hotfleet.patch.rollout.Decision.Rest;
import io.hotfleet.patch.rollout.Decision.Wait;
import io.hotfleet.patch.rollout.Node;
import io.hotfleet.patch.rollout.Openings;
import io.hotfleet.patch.rollout.Report;
import io.hotfleet.patch.rollout.Reporting;
import io.hotfleet.patch.rollout.Situation;
import io.hotfleet.patch.rollout.UnitState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One step of one fleet, under the lock of its row: reports are applied, then what is due before `until` is decided.
///
/// Rings are played one after the other: a ring is decided only when no lower one has an open command or a decision
/// due before `until`, so that what opens for it does not depend on who reports first.
final class Step {
    static final int UNITS_MAX = 1_000;

    private static final int DECISIONS_MAX = 1_000;
    private static final Comparator<Report> IN_TIME = Comparator.comparingLong(Report::at)
            .thenComparingInt(Report::machine)
            .thenComparingInt(Report::seq);

    private final Transaction transaction;
    private final FleetRow fleet;
    private final KnownFleet known;
    private final long until;
    private final WorkingSet units;
    private final RingProgress rings;
    private final Decider decider;
    private final List<History.Entry> history = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private int stale;
    private long cursor;
    private int swept;
    private boolean more;

    Step(Transaction transaction, FleetRow fleet, KnownFleet known, long until) {
        this.transaction = transaction;
        this.fleet = fleet;
        this.known = known;
        this.until = until;
        this.units = new WorkingSet(transaction, fleet.number(), known.topology());
        this.rings = known.plan().definition().policy().rings().size() > 1 ? new RingProgress(known) : null;
        Openings openings = rings == null ? Openings.ALL : rings;
        this.decider = new Decider(new Chooser(known.plan(), known.entitlements(), openings));
        this.cursor = fleet.cursor();
    }

    /// What a step brought; the commands are in order of id.
    record Result(List<Command> commands, long cursor, boolean more, int applied, int stale) {}

    Result run(List<Report> reports) {
        if (rings != null) {
            RingTables.deal(transaction, fleet, known.topology());
            rings.read(transaction, fleet.number());
        }
        apply(reports);
        int ring = rings == null ? 0 : RingTables.active(transaction, fleet.number(), units, until);
        boolean fromTheFirst = rings != null || until > fleet.clock();
        WorkingSet.Sweep sweep = units.loadDue(until, ring, fromTheFirst ? 0 : fleet.swept());
        more = sweep.left();
        swept = sweep.swept();
        units.situations().stream()
                .filter(situation -> situation.unit().ring() == ring)
                .sorted(Comparator.comparing(situation -> situation.unit().name()))
                .toList()
                .forEach(this::decide);
        write();
        return new Result(commands, cursor, more || moreRings(), history.size(), stale);
    }

    private void apply(List<Report> reports) {
        units.load(reports.stream()
                .map(report -> known.topology().unitOf(report.machine()))
                .toList());
        Reporting reporting = new Reporting(known.plan());
        for (Report report : reports.stream().sorted(IN_TIME).toList()) {
            Situation before = units.of(known.topology().unitOf(report.machine()));
            if (units.isStale(report)) {
                stale++;
                continue;
            }
            Situation after = reporting.apply(before, report);
            units.put(after);
            Node was = before.node(report.machine());
            Node is = after.node(report.machine());
            units.told(report, is);
            history.add(new History.Entry(report, answered(before.state(), report), was, is));
        }
    }

    private static Command answered(UnitState before, Report report) {
        Command open = before.open();
        return open != null && open.id() == report.command() ? open : null;
    }

    private void decide(Situation situation) {
        Situation now = situation;
        for (int i = 0; i < DECISIONS_MAX && undecided(now.state()); i++) {
            long minute = now.state().next();
            Decision decision = decider.decide(now, minute);
            now = now.after(decision, cursor + 1);
            switch (decision) {
                case Act _ -> {
                    cursor++;
                    commands.add(now.state().open());
                }
                case Wait _ -> {}
                case Rest _ -> now = settled(now, minute);
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

    private Situation settled(Situation now, long minute) {
        return rings == null ? now : now.settled(rings.settle(now.unit(), now.state(), minute));
    }

    private void write() {
        StateWriter writer = new StateWriter(transaction, fleet.number());
        writer.units(units.changedUnits());
        writer.nodes(units.changedNodes());
        writer.clusters(units.changedClusters());
        History.add(transaction, fleet.number(), history);
        if (rings != null) {
            rings.write(transaction, fleet.number());
        }
        transaction.write(
                "update fleet set clock = $2, cursor = $3, swept = $4 where fleet = $1",
                fleet.number(),
                (int) until,
                cursor,
                swept);
        if (known.plan().definition().live()) {
            feed();
        }
    }

    private void feed() {
        List<Integer> opened = commands.stream()
                .map(command -> known.topology().unitOf(command.machine()).number())
                .toList();
        List<Long> answered = history.stream()
                .filter(entry -> entry.answered() != null)
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
