package io.hotfleet.patch.fleet;

import io.hotfleet.patch.fleet.LiveFleetResource.ClockView;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Notes heartbeats and paces clocks.
@ApplicationScoped
class LiveFleetService {
    private static final int BEATS_MAX = 1_000;

    private final Database database;
    private final Fleets fleets;
    private final Clock clock;

    LiveFleetService(Database database, Fleets fleets, Clock clock) {
        this.database = database;
        this.fleets = fleets;
        this.clock = clock;
    }

    /// Keeps nobody from changing the fleet: heartbeats come all the time. Nor does a machine that is not there keep
    /// others from being heard.
    int heard(FleetId id, List<String> names) {
        if (names.size() > BEATS_MAX) {
            throw ProblemException.tooMany(BEATS_MAX);
        }
        Instant now = clock.instant();
        List<Fault> unknown = database.byKeys(transaction -> {
            FleetRow row = fleets.keep(transaction, id);
            LiveFleetTables.require(transaction, row.number(), id);
            Topology topology = fleets.known(transaction, row).topology();
            List<Integer> machines = names.stream()
                    .flatMap(name -> topology.find(name).stream())
                    .map(Member::number)
                    .toList();
            Heartbeats.seen(transaction, row.number(), machines, now);
            return unknown(names, topology);
        });
        if (!unknown.isEmpty()) {
            throw new UnknownMachine(unknown);
        }
        return names.size();
    }

    private static List<Fault> unknown(List<String> names, Topology topology) {
        return IntStream.range(0, names.size())
                .filter(i -> topology.find(names.get(i)).isEmpty())
                .mapToObj(i -> UnknownMachine.fault("/%d/machine".formatted(i), names.get(i)))
                .toList();
    }

    ClockView clock(FleetId id) {
        Instant now = clock.instant();
        return database.snapshot(transaction -> {
            FleetRow row = fleets.read(transaction, id);
            return view(LiveFleetTables.require(transaction, row.number(), id).clock(), now);
        });
    }

    ClockView pace(FleetId id, double factor) {
        if (!FleetClock.bears(factor)) {
            throw ProblemException.invalid(
                    "/factor", "%s is not between 0 and %,d".formatted(factor, (long) FleetClock.FACTOR_MAX));
        }
        Instant now = clock.instant();
        return database.inTransaction(transaction -> {
            FleetRow row = fleets.lock(transaction, id);
            return view(paced(transaction, row, id, now, factor), now);
        });
    }

    private static FleetClock paced(Transaction transaction, FleetRow row, FleetId id, Instant now, double factor) {
        FleetClock paced =
                LiveFleetTables.require(transaction, row.number(), id).clock().paced(now, factor);
        LiveFleetTables.pace(transaction, row.number(), paced);
        return paced;
    }

    private static ClockView view(FleetClock clock, Instant now) {
        return new ClockView(clock.at(now), clock.factor());
    }
}
