package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.membership.ClusterMembership;
import io.hotfleet.patch.planner.Quorum;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.track.Track;
import io.hotfleet.patch.track.Track.OnTrack;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Enters machines: a known one again is a no-op, a changed one a conflict. A name whose machine has left is new.
final class MachineImport {
    private static final String KNOWN = "select name, fingerprint from machine where fleet = $1 and name = any($2)";
    private static final String CLUSTERS =
            "select name, unit, nodes, window_text from cluster where fleet = $1 and name = any($2)";
    private static final String ADD_MACHINES = """
            insert into machine (fleet, machine, unit, name, product, roles, window_text, baseline, on_track, fingerprint)
            select $1, n.* from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
              $9::bool[], $10::text[]) n""";
    private static final String ADD_NODES = """
            insert into node (fleet, machine, seq, kb, baseline, on_track, online, fix, failures, retry_at, restarts,
              hotpatches, down_seconds, hooks, patch_kib, retained_kib)
            select $1, n.machine, 0, n.kb, n.baseline, n.on_track, true, 0, 0, 0, 0, 0, 0, 0, 0, 0
            from unnest($2::int[], $3::text[], $4::text[], $5::bool[]) n (machine, kb, baseline, on_track)""";
    private static final String ADD_UNITS = """
            insert into unit as u (fleet, unit, ring, at, due, rested_from, settled)
            select $1, n.unit, 0, 0, min(n.due), 0, 0 from unnest($2::int[], $3::int[]) n (unit, due) group by n.unit
            on conflict (fleet, unit) do update set due = least(u.due, excluded.due) where u.command is null""";

    private final Transaction transaction;
    private final FleetRow fleet;
    private final FleetPlan plan;
    private final Map<String, Start> starts = new HashMap<>();
    private final List<Entered> entered = new ArrayList<>();
    private final Map<Integer, List<String>> joining = new HashMap<>();
    private int units;

    /// What a machine has at the start.
    private record Start(String kb, Track track) {
        String baseline() {
            return track instanceof OnTrack(String baseline) ? baseline : null;
        }

        boolean onTrack() {
            return track instanceof OnTrack;
        }
    }

    private record Cluster(int unit, Set<String> nodes, String window) {}

    private record Entered(int number, int unit, MachineBody body, String window, Start start) {}

    private MachineImport(Transaction transaction, FleetRow fleet, FleetPlan plan) {
        this.transaction = transaction;
        this.fleet = fleet;
        this.plan = plan;
    }

    static ImportResult enter(Transaction transaction, FleetRow fleet, FleetPlan plan, List<MachineBody> bodies) {
        Faults faults = new Faults();
        for (int i = 0; i < bodies.size(); i++) {
            bodies.get(i).check(faults, "/" + i);
        }
        faults.throwIfAny();
        return new MachineImport(transaction, fleet, plan).all(bodies);
    }

    private ImportResult all(List<MachineBody> bodies) {
        Map<String, String> known = new HashMap<>();
        for (Row row : transaction.rows(KNOWN, fleet.number(), names(bodies, MachineBody::machine))) {
            known.put(row.getString(0), row.getString(1));
        }
        Map<String, Cluster> clusters = clusters(bodies);
        for (int i = 0; i < bodies.size(); i++) {
            MachineBody body = bodies.get(i);
            String before = known.putIfAbsent(body.machine(), body.toString());
            if (before == null) {
                one(body, clusters, "/" + i);
            } else if (!before.equals(body.toString())) {
                throw new ProblemException(
                        ProblemType.MACHINE_DIFFERS,
                        "Machine '%s' was entered with another body.".formatted(body.machine()));
            }
        }
        if (!entered.isEmpty()) {
            write();
        }
        return new ImportResult(bodies.size(), entered.size(), bodies.size() - entered.size());
    }

    private Map<String, Cluster> clusters(List<MachineBody> bodies) {
        Map<String, Cluster> found = new HashMap<>();
        String[] names = names(bodies, MachineBody::cluster);
        if (names.length > 0) {
            for (Row row : transaction.rows(CLUSTERS, fleet.number(), names)) {
                found.put(
                        row.getString(0),
                        new Cluster(
                                row.getInteger(1), new HashSet<>(List.of(row.getArrayOfStrings(2))), row.getString(3)));
            }
        }
        return found;
    }

    private void one(MachineBody body, Map<String, Cluster> clusters, String pointer) {
        Catalogue catalogue = plan.catalogue();
        if (!catalogue.products().contains(body.product())) {
            throw refused(
                    pointer + "/product",
                    "the catalogue knows no product '%s'; it knows %s"
                            .formatted(body.product(), String.join(", ", catalogue.products())));
        }
        boolean together = plan.definition().policy().coordinated();
        int unit;
        String window;
        if (body.cluster() == null) {
            unit = fleet.units() + ++units;
            window = WindowBody.stored(body.window());
        } else {
            Cluster cluster = cluster(body, clusters, pointer + "/cluster");
            unit = together ? cluster.unit() : fleet.units() + ++units;
            window = together ? null : cluster.window();
        }
        entered.add(new Entered(fleet.machines() + entered.size() + 1, unit, body, window, start(body)));
    }

    /// In a live fleet a cluster takes in a node that it does not list.
    private Cluster cluster(MachineBody body, Map<String, Cluster> clusters, String pointer) {
        Cluster cluster = clusters.get(body.cluster());
        if (cluster == null) {
            throw refused(pointer, "the fleet has no cluster '%s'".formatted(body.cluster()));
        }
        if (cluster.nodes().contains(body.machine())) {
            return cluster;
        }
        if (!plan.definition().live()) {
            throw new ProblemException(
                    ProblemType.NOT_LIVE,
                    "%s: cluster '%s' has no node '%s', and only a live fleet's takes one in."
                            .formatted(pointer, body.cluster(), body.machine()));
        }
        if (cluster.nodes().size() >= Quorum.NODES_MAX) {
            throw refused(pointer, "cluster '%s' has %d nodes, the most".formatted(body.cluster(), Quorum.NODES_MAX));
        }
        cluster.nodes().add(body.machine());
        joining.computeIfAbsent(cluster.unit(), _ -> new ArrayList<>()).add(body.machine());
        return cluster;
    }

    private static ProblemException refused(String pointer, String detail) {
        return new ProblemException(ProblemType.MACHINE_REFUSED, pointer + ": " + detail);
    }

    /// Machines share few starts: one for each product, KB and eligibility.
    private Start start(MachineBody body) {
        boolean eligible = Boolean.TRUE.equals(body.eligible());
        return starts.computeIfAbsent(
                body.product() + '|' + body.kb() + '|' + eligible, _ -> start(body.product(), body.kb(), eligible));
    }

    private Start start(String product, String told, boolean eligible) {
        Instant at = Minutes.instant(plan.definition().live() ? fleet.clock() : plan.start());
        Catalogue catalogue = plan.catalogue();
        Release installed = told == null
                ? Track.newestBefore(product, at, eligible, catalogue).orElse(null)
                : catalogue.find(product, told).orElse(null);
        String kb = installed == null ? told : installed.kb();
        return new Start(kb, Track.at(installed, product, at, catalogue));
    }

    private void write() {
        transaction.write(
                ADD_MACHINES,
                fleet.number(),
                column(Entered::number, Integer[]::new),
                column(Entered::unit, Integer[]::new),
                column(e -> e.body().machine(), String[]::new),
                column(e -> e.body().product(), String[]::new),
                column(e -> String.join(",", e.body().rolesOrNone()), String[]::new),
                column(Entered::window, String[]::new),
                column(e -> e.start().baseline(), String[]::new),
                column(e -> e.start().onTrack(), Boolean[]::new),
                column(e -> e.body().toString(), String[]::new));
        transaction.write(
                ADD_NODES,
                fleet.number(),
                column(Entered::number, Integer[]::new),
                column(e -> e.start().kb(), String[]::new),
                column(e -> e.start().baseline(), String[]::new),
                column(e -> e.start().onTrack(), Boolean[]::new));
        transaction.write(
                ADD_UNITS, fleet.number(), column(Entered::unit, Integer[]::new), column(this::due, Integer[]::new));
        new ClusterMembership(transaction, fleet, fleet.clock()).join(joining);
        FleetTables.entered(transaction, fleet, units, entered.size());
    }

    /// Nothing happens before the product's first offer; null if there is none.
    private Integer due(Entered machine) {
        long first = plan.nextOffer(machine.body().product(), Long.MIN_VALUE);
        return first == Minutes.NEVER ? null : (int) Math.max(first, fleet.clock());
    }

    private <T> T[] column(Function<Entered, T> value, IntFunction<T[]> array) {
        return entered.stream().map(value).toArray(array);
    }

    private static String[] names(List<MachineBody> bodies, Function<MachineBody, String> name) {
        return bodies.stream().map(name).filter(n -> n != null).distinct().toArray(String[]::new);
    }
}
