package io.hotfleet.patch.fleet.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.Heartbeats;
import io.hotfleet.patch.fleet.LiveFleet;
import io.hotfleet.patch.fleet.LiveFleetTables;
import io.hotfleet.patch.fleet.registry.FleetTables.Told;
import io.hotfleet.patch.fleet.registry.MachineIndex.Place;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.FleetClock;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonFaults;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

    @RegisterForReflection(registerFullHierarchy = true)
    record FixBody(String machine) {}

    /// True if the fleet is new; a known one with the same body is left as it is.
    boolean define(FleetId id, FleetBody body) {
        Faults faults = new Faults();
        NameRules.check(faults, "fleet", id.value());
        faults.throwIfAny();
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

    void delete(FleetId id) {
        database.byScans(transaction -> {
            FleetTables.lockIfThere(transaction, id).ifPresent(fleet -> {
                FleetTables.delete(transaction, fleet);
                fleets.forget(fleet);
            });
            return id;
        });
    }

    ImportResult clusters(FleetId id, List<JsonNode> items) {
        List<ClusterBody> bodies = read(items, ClusterBody.class);
        return database.inTransaction(
                transaction -> ClusterImport.enter(transaction, fleets.lock(transaction, id), bodies));
    }

    ImportResult machines(FleetId id, List<JsonNode> items) {
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

    ImportResult fixes(FleetId id, List<JsonNode> items) {
        List<FixBody> bodies = read(items, FixBody.class);
        List<String> names = bodies.stream().map(FixBody::machine).toList();
        return database.byKeys(transaction -> {
            FleetRow fleet = fleets.lock(transaction, id);
            MachineIndex places = MachineIndex.of(transaction, fleet, names);
            return fix(transaction, fleet, places, names);
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
