package io.hotfleet.patch.agent;

import io.hotfleet.patch.planner.Command;
import io.hotfleet.patch.planner.Command.Action;
import io.hotfleet.patch.planner.Node;
import io.hotfleet.patch.planner.Node.Memory;
import io.hotfleet.patch.planner.NodeReport;
import io.hotfleet.patch.planner.store.StateWriter.Columns;
import io.hotfleet.postgres.Transaction;
import java.util.Comparator;
import java.util.List;

/// The append-only history: every report once, with the command it answered and the track after it.
final class ReportHistory {
    private static final String ADD = """
            insert into history (fleet, machine, seq, at, command, outcome, fix, kb, reason, state, roles, drain_seconds,
              install_seconds, down_seconds, baseline, on_track, track_moved, hooks, patch_kib, retained_kib)
            select $1, n.* from unnest($2::int[], $3::int[], $4::int[], $5::bigint[], $6::int[], $7::bool[], $8::text[],
              $9::text[], $10::text[], $11::int[], $12::int[], $13::int[], $14::int[], $15::text[], $16::bool[],
              $17::bool[], $18::int[], $19::int[], $20::int[]) n""";
    private static final Comparator<Entry> BY_KEY =
            Comparator.comparingInt(Entry::machine).thenComparingInt(Entry::seq);

    private ReportHistory() {}

    /// @param answered the command it answers, or null
    record Entry(NodeReport report, Command answered, Node before, Node after) {
        int machine() {
            return report.machine();
        }

        int seq() {
            return report.seq();
        }

        boolean fix() {
            return answered != null && answered.action() == Action.FIX;
        }

        Memory memory() {
            return report.memory() == null ? Memory.UNKNOWN : report.memory();
        }
    }

    static void add(Transaction transaction, int fleet, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        entries.sort(BY_KEY);
        Columns<Entry> c = new Columns<>(entries);
        transaction.write(
                ADD,
                fleet,
                c.ints(Entry::machine),
                c.ints(Entry::seq),
                c.ints(e -> e.report().at()),
                c.of(e -> e.report().command() == 0 ? null : e.report().command(), Long[]::new),
                c.ints(e -> e.report().outcome().ordinal()),
                c.of(Entry::fix, Boolean[]::new),
                c.of(e -> e.report().kb(), String[]::new),
                c.of(e -> e.answered() == null ? null : e.answered().reason().code(), String[]::new),
                c.of(e -> e.report().state(), String[]::new),
                c.ints(e -> e.answered() == null ? 0 : e.answered().drainRoles()),
                c.ints(e -> e.report().drainSeconds()),
                c.ints(e -> e.report().installSeconds()),
                c.ints(e -> e.report().downSeconds()),
                c.of(e -> e.after().baseline(), String[]::new),
                c.of(e -> e.after().onTrack(), Boolean[]::new),
                c.of(e -> !e.before().track().equals(e.after().track()), Boolean[]::new),
                c.ints(e -> e.memory().hooks()),
                c.ints(e -> e.memory().patchKib()),
                c.ints(e -> e.memory().retainedKib()));
    }
}
