package io.hotfleet.patch.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.patch.fleet.FleetTables.Told;
import io.hotfleet.patch.fleet.MachineIndex.Place;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.JsonFaults;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Enters fleets, clusters and machines, and lists what became of them.
@ApplicationScoped
class FleetService {
    private static final String FIX = """
        update node set fix = 1 where fleet = $1 and machine = any($2) and fix = 0 returning machine\
        """;
    private static final String FIX_DUE = """
        update unit set due = least(due, $3) where fleet = $1 and unit = any($2) and command is null\
        """;
    private static final String PAGE = """
        select m.name, m.machine, m.product, n.kb, n.baseline, n.on_track, n.online, n.seq, n.restarts, n.hotpatches,
          n.down_seconds, n.vbs, n.hooks, n.patch_kib, n.retained_kib
        from machine m join node n using (fleet, machine)
        where m.fleet = $1 and ($2::text is null or m.name > $2) and ($4::text is null or m.name = $4)
        order by m.name limit $3\
        """;

    private final Database database;
    private final Fleets fleets;
    private final ObjectMapper json;
    private final Clock clock;

    FleetService(Database database, Fleets fleets, ObjectMapper json, Clock clock) {
        this.database = database;
        this.fleets = fleets;
        this.json = json;
        this.clock = clock;
    }

    record FixBody(String machine) {}

    /// True if the fleet is new; a known one with the same body is left as it is.
    boolean define(String id, FleetBody body) {
        NameRules.check("fleet", id);
        FleetDefinition definition = body.checked();
        String rows = definition.live()
                ? ""
                : text(fleets.catalogue().overlaid(definition.releases()).rows());
        Instant now = clock.instant();
        FleetClock pace = pace(definition, now);
        long start = definition.live() ? pace.minute(now) : Minutes.firstOf(definition.from());
        Told told = new Told(id, text(definition), rows, start);
        return database.inTransaction(transaction -> {
            Optional<Integer> created = FleetTables.create(transaction, told);
            if (created.isEmpty() && !FleetTables.definition(transaction, id).equals(told.definition())) {
                throw new ProblemException(
                        ProblemType.FLEET_DIFFERS, "Fleet '%s' was made with another body.".formatted(id));
            }
            if (created.isPresent() && definition.live()) {
                LiveFleetTables.add(transaction, LiveFleet.of(created.get(), pace, definition));
            }
            return created.isPresent();
        });
    }

    private static FleetClock pace(FleetDefinition definition, Instant now) {
        FleetDefinition.Pace told = definition.clock();
        Instant at = told == null || told.at() == null ? now : told.at();
        double factor = told == null || told.factor() == null ? 1 : told.factor();
        return FleetClock.of(now, at, factor);
    }

    void delete(String id) {
        database.byScans(transaction -> {
            FleetTables.lockIfThere(transaction, id).ifPresent(fleet -> {
                FleetTables.delete(transaction, fleet);
                fleets.forget(fleet);
            });
            return id;
        });
    }

    ImportResult clusters(String id, List<JsonNode> items) {
        List<ClusterBody> bodies = read(items, ClusterBody.class);
        return database.inTransaction(
                transaction -> ClusterImport.enter(transaction, fleets.lock(transaction, id), bodies));
    }

    ImportResult machines(String id, List<JsonNode> items) {
        List<MachineBody> bodies = read(items, MachineBody.class);
        return database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            FleetPlan plan = fleets.plan(transaction, fleet);
            ImportResult received = MachineImport.enter(transaction, fleet, plan, bodies);
            if (plan.definition().live()) {
                heard(transaction, fleet, received.created());
            }
            return received;
        });
    }

    /// Machines count as heard of when they are entered, and have a heartbeat's time to come.
    private void heard(Transaction transaction, FleetRow fleet, int created) {
        List<Integer> machines = IntStream.rangeClosed(fleet.machines() + 1, fleet.machines() + created)
                .boxed()
                .toList();
        Heartbeats.seen(transaction, fleet.number(), machines, clock.instant());
    }

    ImportResult fixes(String id, List<JsonNode> items) {
        List<FixBody> bodies = read(items, FixBody.class);
        List<String> names = bodies.stream().map(FixBody::machine).toList();
        return database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            MachineIndex places = MachineIndex.of(transaction, fleet, names);
            return fix(transaction, fleet, places, names);
        });
    }

    /// @param name of the only one that is asked for; null for all
    Page<MachineView> machines(String id, String name, PageRequest page) {
        return database.snapshot(transaction -> {
            FleetRow fleet = fleets.read(transaction, id);
            KnownFleet known = fleets.known(transaction, fleet);
            List<MachineView> views = new ArrayList<>();
            for (Row row : transaction.rows(PAGE, fleet.number(), page.after(), page.fetch(), name)) {
                views.add(view(row, known.entitlements().gates(row.getInteger(1), fleet.clock())));
            }
            return Page.of(views, page.limit(), MachineView::machine);
        });
    }

    private static ImportResult fix(Transaction transaction, FleetRow fleet, MachineIndex places, List<String> names) {
        List<Place> found = new ArrayList<>();
        for (String name : names) {
            found.add(places.require("/%d/machine".formatted(found.size()), name));
        }
        Integer[] machines = found.stream().map(Place::machine).sorted().toArray(Integer[]::new);
        Integer[] units = found.stream().map(Place::unit).distinct().sorted().toArray(Integer[]::new);
        int created = transaction.rows(FIX, fleet.number(), machines).size();
        transaction.write("update fleet set swept = 0 where fleet = $1", fleet.number());
        transaction.write(FIX_DUE, fleet.number(), units, (int) fleet.clock());
        return new ImportResult(names.size(), created, names.size() - created);
    }

    private static MachineView view(Row row, List<String> gates) {
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

    private <T> List<T> read(List<JsonNode> items, Class<T> type) {
        List<T> bodies = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            try {
                T body = json.treeToValue(items.get(i), type);
                if (body == null) {
                    throw ProblemException.invalid("/" + i, "must be an object");
                }
                bodies.add(body);
            } catch (JsonProcessingException e) {
                throw JsonFaults.inItem(i, e);
            }
        }
        return bodies;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
