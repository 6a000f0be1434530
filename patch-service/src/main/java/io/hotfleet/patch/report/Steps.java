package io.hotfleet.patch.report;

import io.hotfleet.patch.clock.Minutes;
import io.hotfleet.patch.database.Database;
import io.hotfleet.patch.database.Transaction;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.fleet.Topology;
import io.hotfleet.patch.fleet.UnknownMachine;
import io.hotfleet.patch.report.Step.Result;
import io.hotfleet.patch.rollout.Command;
import io.hotfleet.patch.rollout.Member;
import io.hotfleet.patch.rollout.Report;
import io.hotfleet.patch.web.Page;
import io.hotfleet.patch.web.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Takes reports and hands out commands.
@ApplicationScoped
class Steps {
    static final int REPORTS_MAX = 1_000;

    private final Database database;
    private final Fleets fleets;
    private final Clock clock;
    private final int inFlightMax;
    private final Semaphore inFlight;
    private final Timer duration;
    private final Counter reports;
    private final Counter commands;

    Steps(Database database, Fleets fleets, Clock clock, StepConfig config, MeterRegistry metrics) {
        this.database = database;
        this.fleets = fleets;
        this.clock = clock;
        this.inFlightMax = config.inFlightMax();
        this.inFlight = new Semaphore(inFlightMax);
        this.duration = metrics.timer("hotfleet_patch_step");
        this.reports = metrics.counter("hotfleet_patch_reports");
        this.commands = metrics.counter("hotfleet_patch_commands");
    }

    /// What became of the reports of a live node.
    record Taken(int received, int applied, int stale) {}

    /// A rehearsal's step, to the minute that it asks for.
    StepAnswer step(String id, StepRequest request) {
        List<ReportBody> bodies = request.reports() == null ? List.of() : request.reports();
        check(bodies, "/reports");
        if (request.until() == null) {
            throw ProblemException.invalid("/until", "a time such as 2025-01-14T18:00:00Z is needed");
        }
        long after = request.after() == null ? 0 : request.after();
        return limited(() -> database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            KnownFleet known = fleets.known(transaction, fleet);
            long until =
                    Step.until(Minutes.of(request.until()), fleet, known.plan().end());
            List<Report> resolved = resolved(bodies, known.topology());
            StateTables tables = new StateTables(transaction, fleet.number());
            Result result = counted(new Step(transaction, fleet, known, until).run(resolved));
            List<Command> open =
                    after >= fleet.cursor() ? result.commands() : read(tables, tables.unitsOpen(after, Step.UNITS_MAX));
            return answer(result, open, known, until);
        }));
    }

    /// Reports of live nodes: their minutes are not later than the receipt.
    Taken take(String id, List<ReportBody> bodies) {
        Instant received = clock.instant();
        List<ReportBody> clamped =
                bodies.stream().map(body -> body.receivedAt(received)).toList();
        check(clamped, "");
        return limited(() -> database.byKeys(transaction -> {
            FleetRow fleet = live(transaction, id);
            KnownFleet known = fleets.known(transaction, fleet);
            List<Report> resolved = resolved(clamped, known.topology());
            Result result = counted(new Step(transaction, fleet, known, now(received, fleet, known)).run(resolved));
            return new Taken(bodies.size(), result.applied(), result.stale());
        }));
    }

    /// Open commands of a live fleet after a cursor; what has come due meanwhile is decided first.
    Page<CommandView> changes(String id, long after, int limit) {
        Instant asked = clock.instant();
        return limited(() -> database.byKeys(transaction -> {
            FleetRow fleet = live(transaction, id);
            KnownFleet known = fleets.known(transaction, fleet);
            long until = now(asked, fleet, known);
            if (until > fleet.clock()) {
                counted(new Step(transaction, fleet, known, until).run(List.of()));
            }
            StateTables tables = new StateTables(transaction, fleet.number());
            List<CommandView> items = views(read(tables, tables.unitsFed(after, limit)), known.topology());
            long last = items.isEmpty() ? after : items.getLast().id();
            return new Page<>(items, Long.toString(last));
        }));
    }

    private FleetRow live(Transaction transaction, String id) {
        FleetRow fleet = fleets.lock(transaction, id);
        if (!fleets.plan(transaction, fleet).definition().live()) {
            throw ProblemException.conflict("not-live", "Fleet '%s' is a rehearsal's: it is stepped.".formatted(id));
        }
        return fleet;
    }

    private static long now(Instant instant, FleetRow fleet, KnownFleet known) {
        return Step.until(Minutes.of(instant) + 1, fleet, known.plan().end());
    }

    private static void check(List<ReportBody> bodies, String pointer) {
        if (bodies.size() > REPORTS_MAX) {
            throw ProblemException.tooMany(bodies.size(), REPORTS_MAX);
        }
        for (int i = 0; i < bodies.size(); i++) {
            if (bodies.get(i) == null) {
                throw ProblemException.invalid(pointer + "/" + i, "must be an object");
            }
            bodies.get(i).check(pointer + "/" + i);
        }
    }

    private static List<Report> resolved(List<ReportBody> bodies, Topology topology) {
        List<Report> resolved = new ArrayList<>(bodies.size());
        for (ReportBody body : bodies) {
            Member member = topology.machine(body.machine());
            if (member == null) {
                throw new UnknownMachine("/reports/%d/machine".formatted(resolved.size()), body.machine());
            }
            resolved.add(body.resolved(member));
        }
        return resolved;
    }

    private static List<Command> read(StateTables tables, Future<RowSet<Row>> rows) {
        List<Command> open = new ArrayList<>();
        Transaction.await(rows).forEach(row -> open.add(tables.unit(row).open()));
        return open;
    }

    private static StepAnswer answer(Result result, List<Command> open, KnownFleet known, long until) {
        boolean cut = !open.isEmpty()
                && open.size() == Step.UNITS_MAX
                && open.getLast().id() < result.cursor();
        long barrier = known.plan().nextBarrier(until, known.topology().products().stream());
        return new StepAnswer(
                cut ? open.getLast().id() : result.cursor(),
                cut || result.more(),
                barrier == Minutes.NEVER ? null : Minutes.instant(barrier),
                views(open, known.topology()));
    }

    private static List<CommandView> views(List<Command> commands, Topology topology) {
        return commands.stream()
                .map(command -> CommandView.of(
                        command, topology.machine(command.machine()).name()))
                .toList();
    }

    private Result counted(Result result) {
        reports.increment(result.applied());
        commands.increment(result.commands().size());
        return result;
    }

    private <T> T limited(Supplier<T> work) {
        if (!inFlight.tryAcquire()) {
            throw new Overloaded(inFlightMax);
        }
        try {
            return duration.record(work);
        } finally {
            inFlight.release();
        }
    }
}
