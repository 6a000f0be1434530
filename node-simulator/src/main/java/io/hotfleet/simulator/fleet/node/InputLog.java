package io.hotfleet.simulator.fleet.node;

import io.hotfleet.postgres.Statements;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.fleet.FleetConfig;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What happened to the nodes of live fleets, in the database.
@ApplicationScoped
public class InputLog {
    /// Others who write to the same node at the same moment, before the writer gives up.
    private static final int ATTEMPTS_MAX = 20;

    private final Statements sql;
    private final int inputsMax;

    InputLog(Statements sql, FleetConfig config) {
        this.sql = sql;
        this.inputsMax = config.inputsMax();
    }

    /// @param seq counts the inputs of one node from 1; their times never go back
    public record Logged(int seq, long atSeconds, InputForm input) {}

    /// Whose log it is.
    public record Key(long fleet, String node) {}

    /// Appends an input at `nowSeconds`, or at the time of the one before if that is later. A key that the node knows
    /// appends nothing.
    ///
    /// @param idempotencyKey null where the caller gave none
    public Logged append(Key key, long nowSeconds, InputForm input, String idempotencyKey) {
        String text = """
                with last as (
                  select coalesce(max(seq), 0) as seq, coalesce(max(at_seconds), 0) as at_seconds
                  from live_input where fleet = $1 and node = $2)
                insert into live_input (fleet, node, seq, at_seconds, idempotency_key, input)
                select $1, $2, last.seq + 1, greatest(last.at_seconds, $3), $4, $5 from last where last.seq < $6
                on conflict do nothing returning seq, at_seconds, input""";
        for (int i = 0; i < ATTEMPTS_MAX; i++) {
            List<Logged> done =
                    list(sql.query(text, key.fleet(), key.node(), nowSeconds, idempotencyKey, input.json(), inputsMax));
            if (!done.isEmpty()) {
                return done.getFirst();
            }
            Optional<Logged> before = find(key, idempotencyKey);
            if (before.isPresent()) {
                return same(before.get(), input, idempotencyKey);
            }
            if (length(key) >= inputsMax) {
                throw new ProblemException(
                        ProblemType.LOG_FULL, "Node '" + key.node() + "' has had its " + inputsMax + " inputs");
            }
        }
        throw new ProblemException(
                ProblemType.NODE_BUSY, "Too many write to node '" + key.node() + "' at once", Duration.ofSeconds(1));
    }

    List<Logged> after(Key key, int seq) {
        return list(sql.query(
                "select seq, at_seconds, input from live_input where fleet = $1 and node = $2 and seq > $3 order by seq",
                key.fleet(),
                key.node(),
                seq));
    }

    /// Those of the nodes to which anything happened.
    Set<String> touched(long fleet, Collection<String> nodes) {
        Set<String> touched = new HashSet<>();
        sql.query(
                        "select distinct node from live_input where fleet = $1 and node = any($2)",
                        fleet,
                        nodes.toArray(String[]::new))
                .forEach(row -> touched.add(row.getString("node")));
        return touched;
    }

    private static Logged same(Logged before, InputForm input, String idempotencyKey) {
        if (!before.input().equals(input)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key '" + idempotencyKey + "' came with another request to this node before");
        }
        return before;
    }

    /// What was appended with a key of the caller's.
    public Optional<Logged> find(Key key, String idempotencyKey) {
        return list(sql.query(
                        "select seq, at_seconds, input from live_input"
                                + " where fleet = $1 and node = $2 and idempotency_key = $3",
                        key.fleet(),
                        key.node(),
                        idempotencyKey))
                .stream()
                .findFirst();
    }

    /// The number of a node's next report; none where it would only repeat where the node stands.
    public OptionalInt nextReport(Key key, String told, boolean always) {
        Iterator<Row> rows =
                sql.query("""
                insert into live_link (fleet, node, seq, told) values ($1, $2, 1, $3)
                on conflict (fleet, node) do update set seq = live_link.seq + 1, told = $3
                where $4 or live_link.told <> $3 returning seq""", key.fleet(), key.node(), told, always).iterator();
        return rows.hasNext() ? OptionalInt.of(rows.next().getInteger("seq")) : OptionalInt.empty();
    }

    private int length(Key key) {
        return sql.query(
                        "select coalesce(max(seq), 0) as seq from live_input where fleet = $1 and node = $2",
                        key.fleet(),
                        key.node())
                .iterator()
                .next()
                .getInteger("seq");
    }

    private static List<Logged> list(RowSet<Row> rows) {
        List<Logged> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(new Logged(
                    row.getInteger("seq"), row.getLong("at_seconds"), InputForm.read(row.getString("input"))));
        }
        return found;
    }
}
