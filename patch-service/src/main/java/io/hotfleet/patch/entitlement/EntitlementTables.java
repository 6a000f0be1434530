package io.hotfleet.patch.entitlement;

import io.hotfleet.patch.entitlement.Entitlements.Entry;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Entitlements in the database: rows are added, and replaced only by one of the same machine and `from`.
public final class EntitlementTables {
    private static final String NEWER = "select machine, valid_from, valid_until, hotpatch, gates from entitlement"
            + " where fleet = $1 and revision > $2";
    private static final String ADD = """
            insert into entitlement as e (fleet, machine, valid_from, valid_until, hotpatch, gates, revision)
            select $1, n.*, $7 from unnest($2::int[], $3::int[], $4::int[], $5::bool[], $6::text[]) n
            on conflict (fleet, machine, valid_from) do update
            set valid_until = excluded.valid_until, hotpatch = excluded.hotpatch, gates = excluded.gates,
                revision = excluded.revision
            where (e.valid_until, e.hotpatch, e.gates) is distinct from
                  (excluded.valid_until, excluded.hotpatch, excluded.gates)
            returning machine""";

    private EntitlementTables() {}

    /// What is held, with everything that came since.
    public static Entitlements newer(Transaction transaction, int fleet, Entitlements held, int revision) {
        Map<String, List<Gate>> gates = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Row row : transaction.rows(NEWER, fleet, held.revision())) {
            List<Gate> stopping = gates.computeIfAbsent(row.getString(4), EntitlementTables::gates);
            entries.add(new Entry(
                    row.getInteger(0),
                    new Entitlement(row.getInteger(1), row.getInteger(2), row.getBoolean(3), stopping)));
        }
        return held.with(entries, revision);
    }

    /// Adds entries in order of machine; returns the machines for which something is new.
    public static List<Integer> add(Transaction transaction, int fleet, List<Entry> entries, int revision) {
        List<Integer> changed = new ArrayList<>();
        transaction
                .rows(
                        ADD,
                        fleet,
                        entries.stream().map(Entry::machine).toArray(Integer[]::new),
                        entries.stream().map(e -> (int) e.entitlement().from()).toArray(Integer[]::new),
                        entries.stream().map(e -> (int) e.entitlement().until()).toArray(Integer[]::new),
                        entries.stream().map(e -> e.entitlement().hotpatch()).toArray(Boolean[]::new),
                        entries.stream()
                                .map(e -> gates(e.entitlement().gates()))
                                .toArray(String[]::new),
                        revision)
                .forEach(row -> changed.add(row.getInteger(0)));
        return changed;
    }

    private static List<Gate> gates(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Gate::new).toList();
    }

    private static String gates(List<Gate> gates) {
        return gates.stream().map(Gate::name).collect(Collectors.joining(","));
    }
}
