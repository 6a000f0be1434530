package io.hotfleet.patch.fleet;

import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// When machines were last heard of.
public final class Heartbeats {
    private static final int CHANGES_MAX = 1_000;
    private static final String SEEN = """
            insert into heartbeat as h (fleet, machine, seen_ms) select $1, n, $3 from unnest($2::int[]) n
            on conflict (fleet, machine) do update set seen_ms = excluded.seen_ms""";
    /// Whoever has a command to answer may be silent for longer: it restarts.
    private static final String CHANGED = """
            select n.machine, not n.online from node n
              join machine m using (fleet, machine)
              join unit u on u.fleet = n.fleet and u.unit = m.unit
              left join heartbeat h on h.fleet = n.fleet and h.machine = n.machine
            where n.fleet = $1 and n.online <> (coalesce(h.seen_ms, 0) > $2)
              and not (n.online and u.command is not null and u.command_machine = n.machine
                and coalesce(h.seen_ms, 0) > $4)
            order by n.machine limit $3""";

    private Heartbeats() {}

    public static void seen(Transaction transaction, int fleet, Collection<Integer> machines, Instant real) {
        write(transaction, fleet, machines, real.toEpochMilli());
    }

    /// They said that they go: from now on they are down until they are heard of again.
    public static void signedOff(Transaction transaction, int fleet, Collection<Integer> machines) {
        write(transaction, fleet, machines, 0);
    }

    /// Machines that went down or came up since this was asked last, and whether they are up.
    public static Map<Integer, Boolean> changed(Transaction transaction, LiveFleet fleet, Instant real) {
        Map<Integer, Boolean> changed = new TreeMap<>();
        if (fleet.heartbeatSeconds() != null) {
            for (Row row : transaction.rows(
                    CHANGED, fleet.number(), fleet.silentBefore(real), CHANGES_MAX, fleet.overdueBefore(real))) {
                changed.put(row.getInteger(0), row.getBoolean(1));
            }
        }
        return changed;
    }

    private static void write(Transaction transaction, int fleet, Collection<Integer> machines, long ms) {
        if (!machines.isEmpty()) {
            transaction.write(SEEN, fleet, machines.stream().distinct().sorted().toArray(Integer[]::new), ms);
        }
    }
}
