package io.hotfleet.patch.planner.store;

import io.hotfleet.patch.planner.ClusterState;
import io.hotfleet.patch.planner.Command;
import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Command.Contents;
import io.hotfleet.patch.planner.Node;
import io.hotfleet.patch.planner.UnitSnapshot;
import io.hotfleet.patch.planner.UnitState;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/// Writes what reports and decisions changed, one statement a table, rows in order of key.
///
/// Every row exists; yet it is written as an insert with a conflict, which finds each row by its key. An update that
/// joins the new values leaves it to the planner how, who may compare each of them with each row of the fleet.
public final class StateWriter {
    private static final String UNITS = """
            insert into unit as u (fleet, unit, ring, at, due, rested_from, settled, command, command_at, command_machine,
              command_fix, command_kb, command_hotpatch, command_restart, command_roles, command_reason)
            select $1, n.* from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::bigint[],
              $9::int[], $10::int[], $11::bool[], $12::text[], $13::bool[], $14::bool[], $15::int[], $16::text[]) n
            on conflict (fleet, unit) do update set at = excluded.at, due = excluded.due,
              rested_from = excluded.rested_from, settled = excluded.settled, command = excluded.command,
              command_at = excluded.command_at, command_machine = excluded.command_machine,
              command_fix = excluded.command_fix, command_kb = excluded.command_kb,
              command_hotpatch = excluded.command_hotpatch, command_restart = excluded.command_restart,
              command_roles = excluded.command_roles, command_reason = excluded.command_reason""";
    private static final String NODES = """
            insert into node as o (fleet, machine, seq, kb, baseline, on_track, online, fix, failed_kb, failures, retry_at,
              restarts, hotpatches, down_seconds, vbs, hooks, patch_kib, retained_kib)
            select $1, n.* from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::bool[], $7::bool[], $8::int[],
              $9::text[], $10::int[], $11::int[], $12::int[], $13::int[], $14::int[], $15::text[], $16::int[], $17::int[],
              $18::int[]) n
            on conflict (fleet, machine) do update set seq = excluded.seq, kb = excluded.kb, baseline = excluded.baseline,
              on_track = excluded.on_track, online = excluded.online, fix = excluded.fix,
              failed_kb = excluded.failed_kb, failures = excluded.failures, retry_at = excluded.retry_at,
              restarts = excluded.restarts, hotpatches = excluded.hotpatches, down_seconds = excluded.down_seconds,
              vbs = excluded.vbs, hooks = excluded.hooks, patch_kib = excluded.patch_kib,
              retained_kib = excluded.retained_kib""";
    private static final String CLUSTERS = """
            insert into cluster_state as c (fleet, unit, nodes, witness, up, votes, witness_votes, basis, basis_witness,
              changed, running, lost_since, lost_minutes, losses, down_max, work, work_window, overruns, restart_position,
              restart_from, restart_to)
            select $1, n.* from unnest($2::int[], $3::int[], $4::bool[], $5::bigint[], $6::bigint[], $7::bool[],
              $8::bigint[], $9::bool[], $10::int[], $11::bool[], $12::int[], $13::int[], $14::int[], $15::int[],
              $16::int[], $17::int[], $18::int[], $19::int[], $20::int[], $21::int[]) n
            on conflict (fleet, unit) do update set nodes = excluded.nodes, up = excluded.up, votes = excluded.votes,
              witness_votes = excluded.witness_votes, basis = excluded.basis, basis_witness = excluded.basis_witness,
              changed = excluded.changed, running = excluded.running, lost_since = excluded.lost_since,
              lost_minutes = excluded.lost_minutes, losses = excluded.losses, down_max = excluded.down_max,
              work = excluded.work, work_window = excluded.work_window, overruns = excluded.overruns,
              restart_position = excluded.restart_position, restart_from = excluded.restart_from,
              restart_to = excluded.restart_to""";

    private static final String UNHOLD = "delete from unit_hold where fleet = $1 and unit = any($2)";
    private static final String HOLD = """
            insert into unit_hold (fleet, unit, since, reason) select $1, n.unit, $3, n.reason
            from unnest($2::int[], $4::text[]) n (unit, reason)
            on conflict (fleet, unit) do update set reason = excluded.reason""";

    private final Transaction transaction;
    private final int fleet;

    public StateWriter(Transaction transaction, int fleet) {
        this.transaction = transaction;
        this.fleet = fleet;
    }

    public void units(List<UnitSnapshot> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<UnitSnapshot> c = new Columns<>(all);
        transaction.write(
                UNITS,
                fleet,
                c.ints(s -> s.unit().number()),
                c.ints(s -> s.unit().ring()),
                c.ints(s -> s.state().at()),
                c.of(s -> due(s.state()), Integer[]::new),
                c.ints(s -> s.state().restedFrom()),
                c.ints(s -> s.state().settled()),
                c.of(s -> open(s, Command::id), Long[]::new),
                c.of(s -> open(s, o -> (int) o.at()), Integer[]::new),
                c.of(s -> open(s, Command::machine), Integer[]::new),
                c.of(s -> open(s, o -> o.action() == Action.FIX), Boolean[]::new),
                c.of(s -> open(s, Command::kb), String[]::new),
                c.of(s -> open(s, o -> o.contents() == Contents.HOTPATCH), Boolean[]::new),
                c.of(s -> open(s, Command::restart), Boolean[]::new),
                c.of(s -> open(s, Command::drainRoles), Integer[]::new),
                c.of(s -> open(s, o -> o.reason().code()), String[]::new));
    }

    public void nodes(List<Node> all) {
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

    /// @param all by unit
    public void clusters(SortedMap<Integer, ClusterState> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<Map.Entry<Integer, ClusterState>> c = new Columns<>(List.copyOf(all.entrySet()));
        transaction.write(
                CLUSTERS,
                fleet,
                c.ints(Map.Entry::getKey),
                c.ints(e -> e.getValue().quorum().nodes()),
                c.of(e -> e.getValue().quorum().witness(), Boolean[]::new),
                c.of(e -> e.getValue().quorum().up(), Long[]::new),
                c.of(e -> e.getValue().quorum().votes(), Long[]::new),
                c.of(e -> e.getValue().quorum().witnessVotes(), Boolean[]::new),
                c.of(e -> e.getValue().quorum().basis(), Long[]::new),
                c.of(e -> e.getValue().quorum().basisWitness(), Boolean[]::new),
                c.ints(e -> e.getValue().quorum().since()),
                c.of(e -> e.getValue().quorum().running(), Boolean[]::new),
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

    /// Units that were decided, and what they must wait for: null for nothing.
    public void holds(Map<Integer, String> reasons, long minute) {
        List<Integer> held = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        reasons.forEach((unit, reason) -> (reason == null ? free : held).add(unit));
        if (!free.isEmpty()) {
            transaction.write(UNHOLD, fleet, free.toArray(Integer[]::new));
        }
        if (!held.isEmpty()) {
            String[] why = held.stream().map(reasons::get).toArray(String[]::new);
            transaction.write(HOLD, fleet, held.toArray(Integer[]::new), (int) minute, why);
        }
    }

    private static Integer[] figure(
            Columns<Map.Entry<Integer, ClusterState>> columns, ToLongFunction<ClusterState> value) {
        return columns.ints(entry -> value.applyAsLong(entry.getValue()));
    }

    private static Integer due(UnitState state) {
        return state.due() == Minutes.NEVER ? null : (Integer) Math.toIntExact(state.due());
    }

    private static <T> T open(UnitSnapshot snapshot, Function<Command, T> value) {
        Command open = snapshot.state().open();
        return open == null ? null : value.apply(open);
    }

    /// A column of each field, as `unnest` wants them.
    public record Columns<T>(List<T> rows) {
        public <V> V[] of(Function<T, V> value, IntFunction<V[]> array) {
            V[] column = array.apply(rows.size());
            for (int i = 0; i < column.length; i++) {
                column[i] = value.apply(rows.get(i));
            }
            return column;
        }

        public Integer[] ints(ToLongFunction<T> value) {
            Integer[] column = new Integer[rows.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = Math.toIntExact(value.applyAsLong(rows.get(i)));
            }
            return column;
        }
    }
}
