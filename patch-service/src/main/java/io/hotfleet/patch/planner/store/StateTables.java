package io.hotfleet.patch.planner.store;

import io.hotfleet.patch.planner.ClusterState;
import io.hotfleet.patch.planner.ClusterState.Restart;
import io.hotfleet.patch.planner.Command;
import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Command.Contents;
import io.hotfleet.patch.planner.Node;
import io.hotfleet.patch.planner.Node.Failure;
import io.hotfleet.patch.planner.Node.Fix;
import io.hotfleet.patch.planner.Node.Memory;
import io.hotfleet.patch.planner.Quorum;
import io.hotfleet.patch.planner.Reason;
import io.hotfleet.patch.planner.UnitState;
import io.hotfleet.patch.track.Track;
import io.hotfleet.patch.track.Track.OffTrack;
import io.hotfleet.patch.track.Track.OnTrack;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what reports change: units, nodes, clusters. Columns are read by place, rows by the thousand.
public final class StateTables {
    private static final String UNIT_COLUMNS = """
            select unit, at, due, rested_from, settled, command, command_at, command_machine, command_fix, command_kb,
              command_hotpatch, command_restart, command_roles, command_reason from unit where fleet = $1 and\s""";
    private static final String UNITS = UNIT_COLUMNS + "unit = any($2)";
    private static final String UNITS_DUE =
            UNIT_COLUMNS + "unit > $5 and due < $2 and (ring = $3 or $3 < 0) order by unit limit $4";
    private static final String UNITS_OPEN = UNIT_COLUMNS + "command > $2 order by command limit $3";
    private static final String UNITS_FED = """
            select u.unit, u.at, u.due, u.rested_from, u.settled, u.command, u.command_at, u.command_machine, u.command_fix,
              u.command_kb, u.command_hotpatch, u.command_restart, u.command_roles, u.command_reason
            from open_command o join unit u using (fleet, unit)
            where o.fleet = $1 and o.command > $2 order by o.command limit $3""";
    private static final String FEED =
            "insert into open_command (fleet, command, unit) select $1, n.* from unnest($2::bigint[], $3::int[]) n";
    private static final String UNFEED = "delete from open_command where fleet = $1 and command = any($2)";
    private static final String NODES = """
            select machine, seq, kb, baseline, on_track, online, fix, failed_kb, failures, retry_at, restarts, hotpatches,
              down_seconds, vbs, hooks, patch_kib, retained_kib from node where fleet = $1 and machine = any($2)""";
    private static final String CLUSTERS = """
            select unit, nodes, witness, up, votes, witness_votes, basis, basis_witness, changed, running,
              lost_since, lost_minutes, losses, down_max, work, work_window, overruns, restart_position, restart_from,
              restart_to
            from cluster_state where fleet = $1 and unit = any($2)""";

    private static final Fix[] FIXES = Fix.values();
    private static final OffTrack OFF_TRACK = new OffTrack();

    private final Transaction transaction;
    private final int fleet;
    /// Machines stand on few tracks and have few KBs: equal ones are one instance.
    private final Map<String, Track> tracks = new HashMap<>();

    public StateTables(Transaction transaction, int fleet) {
        this.transaction = transaction;
        this.fleet = fleet;
    }

    public Future<RowSet<Row>> units(Collection<Integer> numbers) {
        return transaction.send(UNITS, fleet, numbers.toArray(Integer[]::new));
    }

    /// Units with a greater number than `swept`, in order of number.
    public Future<RowSet<Row>> unitsDue(long before, int ring, int limit, int swept) {
        return transaction.send(UNITS_DUE, fleet, (int) before, ring, limit, swept);
    }

    /// Units with open commands of a greater id, in order of id. Reads all units: for steps that are repeated.
    public Future<RowSet<Row>> unitsOpen(long after, int limit) {
        return transaction.send(UNITS_OPEN, fleet, after, limit);
    }

    /// The same from a live fleet's feed.
    public Future<RowSet<Row>> unitsFed(long after, int limit) {
        return transaction.send(UNITS_FED, fleet, after, limit);
    }

    /// Enters commands of a live fleet into its feed, and takes out those that were answered.
    public void feed(List<Long> opened, List<Integer> units, List<Long> answered) {
        transaction.write(FEED, fleet, opened.toArray(Long[]::new), units.toArray(Integer[]::new));
        transaction.write(UNFEED, fleet, answered.toArray(Long[]::new));
    }

    public Future<RowSet<Row>> nodes(Collection<Integer> machines) {
        return transaction.send(NODES, fleet, machines.toArray(Integer[]::new));
    }

    public Future<RowSet<Row>> clusters(Collection<Integer> units) {
        return transaction.send(CLUSTERS, fleet, units.toArray(Integer[]::new));
    }

    public UnitState unit(Row row) {
        Integer due = row.getInteger(2);
        return new UnitState(
                row.getInteger(0),
                row.getInteger(1),
                due == null ? Minutes.NEVER : due,
                row.getInteger(3),
                row.getInteger(4),
                row.getLong(5) == null ? null : command(row));
    }

    private static Command command(Row row) {
        boolean fix = row.getBoolean(8);
        return new Command(
                row.getLong(5),
                row.getInteger(7),
                row.getInteger(6),
                fix ? Action.FIX : Action.INSTALL,
                row.getString(9),
                fix ? null : row.getBoolean(10) ? Contents.HOTPATCH : Contents.CUMULATIVE,
                row.getBoolean(11),
                row.getInteger(12),
                Reason.of(row.getString(13)));
    }

    public Node node(Row row) {
        String failed = row.getString(7);
        return new Node(
                row.getInteger(0),
                row.getInteger(1),
                row.getString(2),
                row.getBoolean(4)
                        ? tracks.computeIfAbsent(String.valueOf(row.getString(3)), _ -> onTrack(row))
                        : OFF_TRACK,
                row.getBoolean(5),
                FIXES[row.getInteger(6)],
                failed == null ? null : new Failure(failed, row.getInteger(8), row.getInteger(9)),
                row.getInteger(10),
                row.getInteger(11),
                row.getInteger(12),
                new Memory(row.getString(13), row.getInteger(14), row.getInteger(15), row.getInteger(16)));
    }

    private static Track onTrack(Row row) {
        return new OnTrack(row.getString(3));
    }

    public static ClusterState cluster(Row row) {
        Quorum quorum = new Quorum(
                row.getInteger(1),
                row.getBoolean(2),
                row.getLong(3),
                row.getLong(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getBoolean(7),
                row.getInteger(8),
                row.getBoolean(9));
        return new ClusterState(
                quorum,
                row.getInteger(10),
                row.getInteger(11),
                row.getInteger(12),
                row.getInteger(13),
                row.getInteger(14),
                row.getInteger(15),
                row.getInteger(16),
                new Restart(row.getInteger(17), row.getInteger(18), row.getInteger(19)));
    }
}
