package io.hotfleet.patch.agent;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import io.hotfleet.patch.agent.Sync.Result;
import io.hotfleet.patch.agent.Sync.Scope;
import io.hotfleet.patch.fleet.DepartedMachines;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.Heartbeats;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.fleet.LiveFleetTables;
import io.hotfleet.patch.fleet.Topology;
import io.hotfleet.patch.fleet.UnknownMachine;
import io.hotfleet.patch.planner.Command;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.NodeReport;
import io.hotfleet.patch.planner.NodeReport.Outcome;
import io.hotfleet.patch.planner.store.StateTables;
import io.hotfleet.patch.policy.HaltedMonths;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Takes reports and hands out commands.
@ApplicationScoped
public class SyncService {
    static final int REPORTS_MAX = 1_000;

    private final Database database;
    private final Fleets fleets;
    private final Clock clock;
    private final ConcurrencyLimit limit;
    private final Timer duration;
    private final Counter reports;
    private final Counter commands;

    SyncService(Database database, Fleets fleets, Clock clock, ConcurrencyLimit limit, MeterRegistry metrics) {
        this.database = database;
        this.fleets = fleets;
        this.clock = clock;
        this.limit = limit;
        this.duration = metrics.timer("hotfleet_patch_step");
        this.reports = metrics.counter("hotfleet_patch_reports");
        this.commands = metrics.counter("hotfleet_patch_commands");
    }

    /// What became of the reports of a live node.
    record Taken(int received, int applied, int stale) {}

    /// A live fleet's turn.
    ///
    /// @param notBefore decisions that came due earlier are taken for this minute
    /// @param reached machines that went down or came up without a word, and whether they are up
    public record Moment(long until, long notBefore, HaltedMonths halts, Map<Integer, Boolean> reached) {}

    /// Decides what is due in a live fleet; the caller holds the fleet's lock. Returns the number of commands.
    public int decide(Transaction transaction, FleetRow fleet, KnownFleet known, Moment moment) {
        Scope scope = Scope.live(moment.until(), moment.notBefore(), moment.halts());
        Result result = measured(new Sync(transaction, fleet, known, scope).decide(moment.reached()));
        return result.commands().size();
    }

    /// A rehearsal's step, to the minute that it asks for.
    SyncAnswer step(FleetId id, SyncRequest request) {
        List<ReportBody> bodies = request.reports() == null ? List.of() : request.reports();
        check(bodies, "/reports");
        if (request.until() == null) {
            throw ProblemException.invalid("/until", "a time such as 2025-01-14T18:00:00Z is needed");
        }
        long after = request.after() == null ? 0 : request.after();
        return limited(() -> database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            KnownFleet known = fleets.known(transaction, fleet);
            if (known.plan().definition().live()) {
                throw new ProblemException(ProblemType.LIVE, "Fleet '%s' is live: its leader decides.".formatted(id));
            }
            long until =
                    Sync.until(Minutes.of(request.until()), fleet, known.plan().end());
            List<NodeReport> resolved = resolved(bodies, known.topology(), Set.of());
            StateTables tables = new StateTables(transaction, fleet.number());
            Result result = measured(new Sync(transaction, fleet, known, Scope.rehearsal(until)).run(resolved));
            List<Command> open =
                    after >= fleet.cursor() ? result.commands() : read(tables, tables.unitsOpen(after, Sync.UNITS_MAX));
            return answer(result, open, known, until);
        }));
    }

    /// Reports of live nodes: their minutes are not later than the receipt. What follows from them is decided later.
    Taken take(FleetId id, List<ReportBody> bodies) {
        Instant real = clock.instant();
        return limited(() -> database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            FleetClock time =
                    LiveFleetTables.require(transaction, fleet.number(), id).clock();
            KnownFleet known = fleets.known(transaction, fleet);
            List<ReportBody> clamped = bodies.stream()
                    .map(body -> body == null ? null : body.receivedAt(time.at(real)))
                    .toList();
            check(clamped, "");
            List<NodeReport> resolved =
                    resolved(clamped, known.topology(), departed(transaction, fleet, clamped, known));
            Scope scope = Scope.live(fleet.clock(), 0, HaltedMonths.NONE);
            Result result = measured(new Sync(transaction, fleet, known, scope).take(resolved));
            heard(transaction, fleet, resolved, real);
            int late = bodies.size() - resolved.size();
            return new Taken(bodies.size(), result.applied(), result.stale() + late);
        }));
    }

    private static void heard(Transaction transaction, FleetRow fleet, List<NodeReport> reports, Instant real) {
        Map<Boolean, List<Integer>> byDeparture = reports.stream()
                .collect(partitioningBy(
                        report -> report.outcome() == Outcome.OFFLINE, mapping(NodeReport::machine, toList())));
        Heartbeats.seen(transaction, fleet.number(), byDeparture.get(false), real);
        Heartbeats.signedOff(transaction, fleet.number(), byDeparture.get(true));
    }

    /// Open commands of a live fleet after a cursor.
    Page<CommandView> changes(FleetId id, long after, int limit) {
        return limited(() -> database.snapshotByKeys(transaction -> {
            FleetRow fleet = fleets.read(transaction, id);
            LiveFleetTables.require(transaction, fleet.number(), id);
            KnownFleet known = fleets.known(transaction, fleet);
            StateTables tables = new StateTables(transaction, fleet.number());
            // a machine that joined in between gets its command with the next call
            List<Command> open = read(tables, tables.unitsFed(after, limit)).stream()
                    .takeWhile(command -> known.topology().machine(command.machine()) != null)
                    .toList();
            List<CommandView> items = views(open, known);
            long last = items.isEmpty() ? after : items.getLast().id();
            return new Page<>(items, Long.toString(last));
        }));
    }

    private static void check(List<ReportBody> bodies, String pointer) {
        if (bodies.size() > REPORTS_MAX) {
            throw ProblemException.tooMany(REPORTS_MAX);
        }
        Faults faults = new Faults();
        for (int i = 0; i < bodies.size(); i++) {
            if (bodies.get(i) == null) {
                faults.add(pointer + "/" + i, "must be an object");
            } else {
                bodies.get(i).check(faults, pointer + "/" + i);
            }
        }
        faults.throwIfAny();
    }

    /// Machines that the reports name and that are not there any more.
    private static Set<String> departed(
            Transaction transaction, FleetRow fleet, List<ReportBody> bodies, KnownFleet known) {
        List<String> missing = bodies.stream()
                .map(ReportBody::machine)
                .filter(name -> known.topology().find(name).isEmpty())
                .distinct()
                .toList();
        return DepartedMachines.among(transaction, fleet.number(), missing);
    }

    /// @param departed machines whose reports are left out
    private static List<NodeReport> resolved(List<ReportBody> bodies, Topology topology, Set<String> departed) {
        List<NodeReport> resolved = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            ReportBody body = bodies.get(i);
            Optional<Member> member = topology.find(body.machine());
            if (member.isPresent()) {
                resolved.add(body.resolved(member.get()));
            } else if (!departed.contains(body.machine())) {
                throw new UnknownMachine("/reports/%d/machine".formatted(i), body.machine());
            }
        }
        return resolved;
    }

    private static List<Command> read(StateTables tables, Future<RowSet<Row>> rows) {
        List<Command> open = new ArrayList<>();
        Transaction.await(rows).forEach(row -> open.add(tables.unit(row).open()));
        return open;
    }

    private static SyncAnswer answer(Result result, List<Command> open, KnownFleet known, long until) {
        boolean cut = !open.isEmpty()
                && open.size() == Sync.UNITS_MAX
                && open.getLast().id() < result.cursor();
        long barrier = known.plan().nextBarrier(until, known.topology().products().stream());
        return new SyncAnswer(
                cut ? open.getLast().id() : result.cursor(),
                cut || result.more(),
                barrier == Minutes.NEVER ? null : Minutes.instant(barrier),
                views(open, known));
    }

    private static List<CommandView> views(List<Command> commands, KnownFleet known) {
        return commands.stream()
                .map(command -> CommandView.of(command, known.topology().machine(command.machine()), known.digests()))
                .toList();
    }

    private Result measured(Result result) {
        reports.increment(result.applied());
        commands.increment(result.commands().size());
        return result;
    }

    private <T> T limited(Supplier<T> work) {
        return limit.within(() -> duration.record(work));
    }
}
