package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.entitlement.Gate;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.fleet.LiveFleetTables;
import io.hotfleet.patch.planner.store.StateTables;
import io.hotfleet.patch.policy.Strategy;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.rest.Versioned;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lists what was entered, each list as of one moment.
@ApplicationScoped
class FleetQueries {
    /// Numbers of machines are given once: those that left are counted apart.
    private static final String FLEETS = """
            select f.id, l.fleet is not null, f.definition::json ->> 'strategy', f.definition::json ->> 'from',
              f.definition::json ->> 'to', f.clock,
              (select count(*) from cluster c where c.fleet = f.fleet),
              f.machines - (select count(*) from departed_machine d where d.fleet = f.fleet),
              l.real_ms, l.fleet_ms, l.factor, f.version
            from fleet f left join live_fleet l using (fleet)
            where ($1::text is null or f.id > $1) and ($3::text is null or f.id = $3)
            order by f.id limit $2""";
    private static final String CLUSTERS = """
            select name, witness, roles, window_text, nodes, unit, version from cluster
            where fleet = $1 and ($2::text is null or name > $2) and ($4::text is null or name = $4)
            order by name limit $3""";
    private static final String MACHINES = """
            select m.name, m.machine, m.product, n.kb, n.baseline, n.on_track, n.online, n.seq, n.restarts, n.hotpatches,
              n.down_seconds, n.vbs, n.hooks, n.patch_kib, n.retained_kib
            from machine m join node n using (fleet, machine)
            where m.fleet = $1 and ($2::text is null or m.name > $2) and ($4::text is null or m.name = $4)
            order by m.name limit $3""";
    private static final String NAMES = """
            select name, machine from machine where fleet = $1 and ($2::text is null or name > $2)
            order by name limit $3""";

    private final Database database;
    private final Fleets fleets;
    private final Clock clock;

    FleetQueries(Database database, Fleets fleets, Clock clock) {
        this.database = database;
        this.fleets = fleets;
        this.clock = clock;
    }

    Page<FleetView> fleets(PageRequest page) {
        Instant now = clock.instant();
        return database.snapshot(transaction -> {
            List<FleetView> views = new ArrayList<>();
            transaction.rows(FLEETS, page.after(), page.fetch(), null).forEach(row -> views.add(fleet(row, now)));
            return Page.of(views, page.limit(), view -> view.fleet().value());
        });
    }

    Versioned<FleetView> fleet(FleetId id) {
        Instant now = clock.instant();
        return database.snapshot(transaction -> {
            FleetRow fleet = fleets.read(transaction, id);
            Row row = transaction.rows(FLEETS, null, 1, id.value()).iterator().next();
            FleetView view =
                    fleet(row, now).with(fleets.plan(transaction, fleet).definition());
            return new Versioned<>(view, row.getInteger(11));
        });
    }

    Page<ClusterView> clusters(FleetId id, PageRequest page) {
        return database.snapshot(transaction -> {
            int fleet = fleets.read(transaction, id).number();
            List<ClusterView> views = clusters(transaction, fleet, page.after(), page.fetch(), null).stream()
                    .map(Versioned::value)
                    .toList();
            return Page.of(views, page.limit(), ClusterView::cluster);
        });
    }

    Versioned<ClusterView> cluster(FleetId id, String name) {
        return database
                .snapshot(transaction ->
                        clusters(transaction, fleets.read(transaction, id).number(), null, 1, name))
                .stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CLUSTER_NOT_FOUND, "Fleet '%s' has no cluster '%s'.".formatted(id, name)));
    }

    /// @param name of the only one that is asked for; null for all
    Page<MachineView> machines(FleetId id, String name, PageRequest page) {
        return database.snapshot(transaction -> {
            FleetRow fleet = fleets.read(transaction, id);
            KnownFleet known = fleets.known(transaction, fleet);
            List<MachineView> views = new ArrayList<>();
            for (Row row : transaction.rows(MACHINES, fleet.number(), page.after(), page.fetch(), name)) {
                views.add(machine(row, known.entitlements().gates(row.getInteger(1), fleet.clock())));
            }
            return Page.of(views, page.limit(), MachineView::machine);
        });
    }

    MachineView machine(FleetId id, String name) {
        return machines(id, name, PageRequest.of("", 1)).items().stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.MACHINE_NOT_FOUND, "Fleet '%s' has no machine '%s'.".formatted(id, name)));
    }

    Page<EntitlementView> entitlements(FleetId id, PageRequest page) {
        return database.snapshot(transaction -> {
            FleetRow fleet = fleets.read(transaction, id);
            KnownFleet known = fleets.known(transaction, fleet);
            List<EntitlementView> views = new ArrayList<>();
            for (Row row : transaction.rows(NAMES, fleet.number(), page.after(), page.fetch())) {
                views.add(EntitlementView.of(
                        row.getString(0), known.entitlements().of(row.getInteger(1))));
            }
            return Page.of(views, page.limit(), EntitlementView::machine);
        });
    }

    private static FleetView fleet(Row row, Instant now) {
        boolean live = row.getBoolean(1);
        return new FleetView(
                new FleetId(row.getString(0)),
                live,
                Strategy.valueOf(row.getString(2)),
                month(row.getString(3)),
                month(row.getString(4)),
                live ? LiveFleetTables.clock(row, 8).at(now) : Minutes.instant(row.getInteger(5)),
                row.getInteger(6),
                row.getInteger(7),
                null);
    }

    private static YearMonth month(String text) {
        return text == null ? null : YearMonth.parse(text);
    }

    private static List<Versioned<ClusterView>> clusters(
            Transaction transaction, int fleet, String after, int limit, String name) {
        Map<Integer, Row> byUnit = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Row row : transaction.rows(CLUSTERS, fleet, after, limit, name)) {
            rows.add(row);
        }
        List<Integer> units = rows.stream().map(row -> row.getInteger(5)).toList();
        Transaction.await(new StateTables(transaction, fleet).clusters(units))
                .forEach(state -> byUnit.put(state.getInteger(0), state));
        return rows.stream()
                .map(row -> new Versioned<>(
                        ClusterView.of(row, StateTables.cluster(byUnit.get(row.getInteger(5)))), row.getInteger(6)))
                .toList();
    }

    private static MachineView machine(Row row, List<Gate> gates) {
        boolean onTrack = row.getBoolean(5);
        return new MachineView(
                row.getString(0),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                onTrack,
                onTrack && gates.isEmpty(),
                gates,
                row.getBoolean(6),
                row.getInteger(7),
                row.getInteger(8),
                row.getInteger(9),
                row.getInteger(10),
                row.getString(11),
                row.getInteger(12),
                row.getInteger(13),
                row.getInteger(14));
    }
}
