package io.hotfleet.simulator.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes, finds and removes live fleets, and moves their clocks.
@ApplicationScoped
public class FleetService {
    /// Definitions kept parsed: they never change.
    private static final int PARSED_MAX = 64;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final FleetStore store;
    private final Patch patch;
    private final Clock clock;
    private final FleetConfig config;
    private final Map<Long, SimulatedFleet> parsed = new LinkedHashMap<>(PARSED_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, SimulatedFleet> eldest) {
            return size() > PARSED_MAX;
        }
    };

    FleetService(FleetStore store, Patch patch, Clock clock, FleetConfig config) {
        this.store = store;
        this.patch = patch;
        this.clock = clock;
        this.config = config;
    }

    /// A fleet at the moment of asking.
    public record Present(SimulatedFleet fleet, long nowSeconds) {}

    /// @return whether the fleet is new
    boolean put(String name, FleetForm told) {
        if (!NodeNames.NAME.matcher(name).matches()) {
            throw ProblemException.invalid(
                    "/fleet", "'" + name + "' is no name; up to 63 letters, digits, -, . and _ are accepted");
        }
        String hash = hash(told);
        Optional<LiveFleet> before = store.find(name);
        if (before.isPresent()) {
            same(before.get(), hash);
            return false;
        }
        Uploads.accepted(told.releases());
        Instant now = clock.instant();
        FleetForm form = FleetDefinition.filled(told, now, patch::releases);
        SimulatedFleet fleet = FleetDefinition.fleet(form, 0, name, now);
        FleetDefinition.checkNames(fleet);
        if (store.insert(fresh(fleet, form, hash), config.fleetsMax())) {
            return true;
        }
        same(
                store.find(name)
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.TOO_MANY_FLEETS, config.fleetsMax() + " live fleets exist already")),
                hash);
        return false;
    }

    public Present require(String name) {
        return present(store.find(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.FLEET_NOT_FOUND, "No live fleet has the name '" + name + "'")));
    }

    /// Fleets that live by the wall clock and take commands of patch-service.
    public List<String> connected() {
        return store.connected();
    }

    List<FleetView> page(Optional<String> after, int limit, Optional<String> product, Optional<String> mode) {
        return store.page(after, limit, product, mode).stream()
                .map(stored -> FleetView.of(present(stored), form(stored)))
                .toList();
    }

    FleetView view(String name) {
        require(name);
        LiveFleet stored = store.find(name).orElseThrow();
        return FleetView.of(present(stored), form(stored));
    }

    void putForward(String name, Instant to) {
        Present present = require(name);
        switch (present.fleet().clock()) {
            case FleetClock.Live _ ->
                throw new ProblemException(ProblemType.CLOCK_LIVE, "The clock of '" + name + "' runs by itself");
            case FleetClock.Manual _ -> store.putForward(name, to.getEpochSecond());
        }
    }

    void delete(String name) {
        store.delete(name);
    }

    private static LiveFleet fresh(SimulatedFleet fleet, FleetForm form, String hash) {
        LiveFleet fresh = new LiveFleet();
        fresh.name = fleet.name();
        fresh.createdAt = fleet.createdAt();
        fresh.requestHash = hash;
        fresh.definition = text(form);
        fresh.products = form.nodes().stream()
                .map(FleetForm.GroupForm::product)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        fresh.clock = form.clock().mode();
        fresh.standsAtSeconds = fleet.fromSeconds();
        fresh.patchFleet = form.patchFleet();
        return fresh;
    }

    private Present present(LiveFleet stored) {
        SimulatedFleet fleet = parsed(stored);
        long now = fleet.clock()
                .nowSeconds(fleet.fromSeconds(), fleet.createdAt(), clock.instant(), stored.standsAtSeconds);
        return new Present(fleet, now);
    }

    private SimulatedFleet parsed(LiveFleet stored) {
        synchronized (parsed) {
            return parsed.computeIfAbsent(
                    stored.number,
                    number -> FleetDefinition.fleet(form(stored), number, stored.name, stored.createdAt));
        }
    }

    private static void same(LiveFleet stored, String hash) {
        if (!stored.requestHash.equals(hash)) {
            throw new ProblemException(
                    ProblemType.FLEET_DIFFERS,
                    "A live fleet '" + stored.name + "' was made from another description; it never changes");
        }
    }

    private static FleetForm form(LiveFleet stored) {
        try {
            return JSON.readValue(stored.definition, FleetForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The definition of fleet " + stored.number + " is no JSON of ours", e);
        }
    }

    private static String text(FleetForm form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A description always has a JSON form", e);
        }
    }

    private static String hash(FleetForm told) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(told).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
