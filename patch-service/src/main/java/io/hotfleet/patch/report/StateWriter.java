package io.hotfleet.patch.report;

import io.hotfleet.patch.clock.Minutes;
import io.hotfleet.patch.database.Transaction;
import io.hotfleet.patch.rollout.ClusterState;
import io.hotfleet.patch.rollout.Command;
import io.hotfleet.patch.rollout.Command.Action;
import io.hotfleet.patch.rollout.Command.Contents;
import io.hotfleet.patch.rollout.Node;
import io.hotfleet.patch.rollout.Situation;
import io.hotfleet.patch.rollout.UnitState;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/// Writes what reports and decisions changed, one statement a table, rows in order of key.
final class StateWriter {
    private static final String UNITS = """
            update unit u set at = n.at, due = n.due, rested_from = n.rested_from, settled = n.settled,
              command = n.command, command_at = n.command_at, command_machine = n.command_machine,
              command_fix = n.command_fix, command_kb = n.command_kb, command_hotpatch = n.command_hotpatch,
              command_restart = n.command_restart, command_roles = n.command_roles, command_reason = n.command_reason
            from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bigint[], $8::int[], $9::int[],
              $10::bool[], $11::text[], $12::bool[], $13::bool[], $14::int[], $15::text[])
              n (unit, at, due, rested_from, settled, command, command_at, command_machine, command_fix, command_kb,
              command_hotpatch, command_restart, command_roles, command_reason)
            where u.fleet = $1 and u.unit = n.unit""";
    private static final String NODES = """
            update node o set seq = n.seq, kb = n.kb, baseline = n.baseline, on_track = n.on_track, online = n.online,
              fix = n.fix, failed_kb = n.failed_kb, failures = n.failures, retry_at = n.retry_at, restarts = n.restarts,
              hotpatches = n.hotpatches, down_seconds = n.down_seconds, vbs = n.vbs, hooks = n.hooks,
              patch_kib = n.patch_kib, retained_kib = n.retained_kib
            from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::bool[], $7::bool[], $8::int[], $9::text[],
              $10::int[], $11::int[], $12::int[], $13::int[], $14::int[], $15::text[], $16::int[], $17::int[], $18::int[])
              n (machine, seq, kb, baseline, on_track, online, fix, failed_kb, failures, retry_at, restarts, hotpatches,
              down_seconds, vbs, hooks, patch_kib, retained_kib)
            where o.fleet = $1 and o.machine = n.machine""";
    private static final String CLUSTERS = """
            update cluster c set up = n.up, votes = n.votes, witness_votes = n.witness_votes, basis = n.basis,
              basis_witness = n.basis_witness, changed = n.changed, running = n.running, lost_since = n.lost_since,
              lost_minutes = n.lost_minutes, losses = n.losses, down_max = n.down_max, work = n.work,
              work_window = n.work_window, overruns = n.overruns, restart_position = n.restart_position,
              restart_from = n.restart_from, restart_to = n.restart_to
            from unnest($2::int[], $3::bigint[], $4::bigint[], $5::bool[], $6::bigint[], $7::bool[], $8::int[], $9::bool[],
              $10::int[], $11::int[], $12::int[], $13::int[], $14::int[], $15::int[], $16::int[], $17::int[], $18::int[],
              $19::int[])
              n (unit, up, votes, witness_votes, basis, basis_witness, changed, running, lost_since, lost_minutes, losses,
              down_max, work, work_window, overruns, restart_position, restart_from, restart_to)
            where c.fleet = $1 and c.unit = n.unit""";

    private final Transaction transaction;
    private final int fleet;

    StateWriter(Transaction transaction, int fleet) {
        this.transaction = transaction;
        this.fleet = fleet;
    }

    void units(List<UnitState> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<UnitState> c = new Columns<>(all);
        transaction.write(
                UNITS,
                fleet,
                c.ints(UnitState::unit),
                c.ints(UnitState::at),
                c.of(u -> u.due() == Minutes.NEVER ? null : (Integer) (int) u.due(), Integer[]::new),
                c.ints(UnitState::restedFrom),
                c.ints(UnitState::settled),
                c.of(u -> open(u, Command::id), Long[]::new),
                c.of(u -> open(u, o -> (int) o.at()), Integer[]::new),
                c.of(u -> open(u, Command::machine), Integer[]::new),
                c.of(u -> open(u, o -> o.action() == Action.FIX), Boolean[]::new),
                c.of(u -> open(u, Command::kb), String[]::new),
                c.of(u -> open(u, o -> o.contents() == Contents.HOTPATCH), Boolean[]::new),
                c.of(u -> open(u, Command::restart), Boolean[]::new),
                c.of(u -> open(u, Command::drainRoles), Integer[]::new),
                c.of(u -> open(u, Command::reason), String[]::new));
    }

    void nodes(List<Node> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<Node> c = new Columns<>(all);
        transaction.write(
                NODES,
                fleet,
                c.ints(Node::machine),
                c.ints(Node::seq),
                c.of(Node::kb, String[]::new),
                c.of(Node::baseline, String[]::new),
                c.of(Node::onTrack, Boolean[]::new),
                c.of(Node::online, Boolean[]::new),
                c.ints(n -> n.fix().ordinal()),
                c.of(n -> n.failure() == null ? null : n.failure().kb(), String[]::new),
                c.ints(n -> n.failure() == null ? 0 : n.failure().times()),
                c.ints(n -> n.failure() == null ? 0 : n.failure().retryAt()),
                c.ints(Node::restarts),
                c.ints(Node::hotpatches),
                c.ints(Node::downSeconds),
                c.of(n -> n.memory().vbs(), String[]::new),
                c.ints(n -> n.memory().hooks()),
                c.ints(n -> n.memory().patchKib()),
                c.ints(n -> n.memory().retainedKib()));
    }

    void clusters(List<Situation> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<Situation> c = new Columns<>(all);
        transaction.write(
                CLUSTERS,
                fleet,
                c.ints(s -> s.unit().number()),
                c.of(s -> s.cluster().quorum().up(), Long[]::new),
                c.of(s -> s.cluster().quorum().votes(), Long[]::new),
                c.of(s -> s.cluster().quorum().witnessVotes(), Boolean[]::new),
                c.of(s -> s.cluster().quorum().basis(), Long[]::new),
                c.of(s -> s.cluster().quorum().basisWitness(), Boolean[]::new),
                c.ints(s -> s.cluster().quorum().since()),
                c.of(s -> s.cluster().quorum().running(), Boolean[]::new),
                figure(c, ClusterState::lostSince),
                figure(c, ClusterState::lostMinutes),
                figure(c, ClusterState::losses),
                figure(c, ClusterState::downMax),
                figure(c, ClusterState::work),
                figure(c, ClusterState::workWindow),
                figure(c, ClusterState::overruns),
                figure(c, s -> s.restart().position()),
                figure(c, s -> s.restart().from()),
                figure(c, s -> s.restart().to()));
    }

    private static Integer[] figure(Columns<Situation> columns, ToLongFunction<ClusterState> value) {
        return columns.ints(situation -> value.applyAsLong(situation.cluster()));
    }

    private static <T> T open(UnitState unit, Function<Command, T> value) {
        return unit.open() == null ? null : value.apply(unit.open());
    }

    /// A column of each field, as `unnest` wants them.
    record Columns<T>(List<T> rows) {
        <V> V[] of(Function<T, V> value, IntFunction<V[]> array) {
            V[] column = array.apply(rows.size());
            for (int i = 0; i < column.length; i++) {
                column[i] = value.apply(rows.get(i));
            }
            return column;
        }

        Integer[] ints(ToLongFunction<T> value) {
            Integer[] column = new Integer[rows.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = Math.toIntExact(value.applyAsLong(rows.get(i)));
            }
            return column;
        }
    }
}
