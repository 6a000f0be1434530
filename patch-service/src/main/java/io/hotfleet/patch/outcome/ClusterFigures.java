package io.hotfleet.patch.outcome;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.outcome.FleetSummary.Cluster;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Unit;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Figures of the clusters: moves of roles, minutes without service, further windows.
final class ClusterFigures {
    private static final int SECONDS_A_MINUTE = 60;
    /// A drain that was followed by a failed install moved the roles, too.
    private static final String CYCLES = """
            select machine, count(*) filter (where outcome = 1), sum(down_seconds), sum(roles) filter (where moved),
              count(*) filter (where moved)
            from (select machine, outcome, down_seconds, roles,
                    roles > 0 and (outcome = 1 or (outcome = 2 and drain_seconds > 0)) moved
                  from history where fleet = $1 and machine = any($2) and outcome in (0, 1, 2)) h
            group by machine""";
    private static final String STATES = """
            select unit, lost_since, lost_minutes, losses, down_max, overruns from cluster_state where fleet = $1""";

    private final KnownFleet known;
    private final DepartedFigures gone;
    private final long clock;
    private final Map<Integer, Cycles> cycles = new HashMap<>();
    private final Map<Integer, State> states = new HashMap<>();

    private record Cycles(int restarts, long downSeconds, int roles, int drains) {
        static final Cycles NONE = new Cycles(0, 0, 0, 0);
    }

    private record State(long lostMinutes, int losses, int downMax, int overruns) {}

    private ClusterFigures(KnownFleet known, DepartedFigures gone, long clock) {
        this.known = known;
        this.gone = gone;
        this.clock = clock;
    }

    static ClusterFigures read(Transaction transaction, FleetRow fleet, KnownFleet known, DepartedFigures gone) {
        ClusterFigures figures = new ClusterFigures(
                known, gone, Math.min(fleet.clock(), known.plan().periodEnd()));
        Integer[] machines = Stream.concat(
                        figures.members().stream().map(Member::number),
                        gone.clustered().stream().map(DepartedFigures.Machine::number))
                .sorted()
                .toArray(Integer[]::new);
        if (machines.length > 0) {
            transaction.rows(CYCLES, fleet.number(), machines).forEach(figures::cycles);
            transaction.rows(STATES, fleet.number()).forEach(figures::state);
        }
        return figures;
    }

    /// In order of name.
    List<Cluster> all() {
        return known.topology()
                .clusters()
                .sorted(Comparator.comparing(Unit::name))
                .map(this::cluster)
                .toList();
    }

    int roleMoves() {
        return 2 * cycles.values().stream().mapToInt(Cycles::roles).sum();
    }

    long roleInterruptionSeconds() {
        long here = members().stream()
                .mapToLong(member -> of(member.number()).drains()
                        * known.topology()
                                .interruptionSeconds(
                                        member, known.plan().definition().assumptions()))
                .sum();
        long elsewhere = gone.clustered().stream()
                .mapToLong(machine -> (long) of(machine.number()).drains() * machine.interruptionSeconds())
                .sum();
        return 2 * (here + elsewhere);
    }

    long serviceDownSeconds() {
        return known.topology().clusters().mapToLong(this::serviceDownSeconds).sum();
    }

    int quorumLosses() {
        return states.values().stream().mapToInt(State::losses).sum();
    }

    int maxNodesDown() {
        return states.values().stream().mapToInt(State::downMax).max().orElse(0);
    }

    private List<Member> members() {
        return known.topology()
                .clusters()
                .flatMap(unit -> unit.members().stream())
                .sorted(Comparator.comparingInt(Member::number))
                .toList();
    }

    private void cycles(Row row) {
        Long roles = row.getLong(3);
        cycles.put(
                row.getInteger(0),
                new Cycles(
                        row.getInteger(1), row.getLong(2), roles == null ? 0 : (int) (long) roles, row.getInteger(4)));
    }

    private void state(Row row) {
        long since = row.getInteger(1);
        long open = since < 0 ? 0 : Math.max(0, clock - since);
        states.put(
                row.getInteger(0),
                new State(row.getInteger(2) + open, row.getInteger(3), row.getInteger(4), row.getInteger(5)));
    }

    private Cycles of(int machine) {
        return cycles.getOrDefault(machine, Cycles.NONE);
    }

    private Cluster cluster(Unit unit) {
        List<Cycles> own = Stream.concat(
                        unit.members().stream().map(Member::number),
                        gone.of(unit.number()).stream().map(DepartedFigures.Machine::number))
                .map(this::of)
                .toList();
        State state = states.get(unit.number());
        return new Cluster(
                unit.name(),
                unit.members().size(),
                own.stream().mapToInt(Cycles::restarts).sum(),
                2 * own.stream().mapToInt(Cycles::roles).sum(),
                Rounding.minutes(own.stream().mapToLong(Cycles::downSeconds).sum()),
                Rounding.minutes(serviceDownSeconds(unit)),
                state.overruns(),
                state.losses());
    }

    /// A cluster of one node serves nothing while that one restarts.
    private long serviceDownSeconds(Unit unit) {
        Member first = unit.members().getFirst();
        long alone = unit.members().size() == 1 ? of(first.number()).downSeconds() : 0;
        return alone + states.get(unit.number()).lostMinutes() * SECONDS_A_MINUTE;
    }
}
