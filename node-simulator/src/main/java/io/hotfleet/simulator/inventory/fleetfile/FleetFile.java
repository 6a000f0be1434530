package io.hotfleet.simulator.inventory.fleetfile;

import com.fasterxml.jackson.core.JsonToken;
import io.hotfleet.simulator.inventory.document.Location;
import io.hotfleet.simulator.inventory.document.TextFile;
import io.hotfleet.simulator.inventory.document.Value;
import io.hotfleet.simulator.inventory.document.ValueReader;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a fleet file off its stream: of the long lists only one item at a time is in memory.
public final class FleetFile {
    public static final List<String> SECTIONS =
            List.of("fleet", "defaults", "clusters", "servers", "assumptions", "policy", "events");
    static final int CLUSTERS_MAX = 500_000;
    static final int EVENTS_MAX = 100_000;

    private final ValueReader reader;
    private final Told told;

    private FleetFile(TextFile file, ValueReader reader) {
        this.reader = reader;
        this.told = new Told(file.name(), Told.Speaker.FLEET_FILE);
    }

    public static Told yaml(TextFile file) {
        try (ValueReader reader = ValueReader.yaml(file)) {
            return new FleetFile(file, reader).read();
        }
    }

    public static Told json(TextFile file) {
        try (ValueReader reader = ValueReader.json(file)) {
            return new FleetFile(file, reader).read();
        }
    }

    private Told read() {
        if (reader.next() != JsonToken.START_OBJECT) {
            throw reader.current() == null
                    ? new Location(told.file(), 1, "").invalid("is empty")
                    : reader.place("").invalid("is not a fleet file: accepted are the sections " + sections());
        }
        Set<String> seen = new HashSet<>();
        while (reader.next() == JsonToken.FIELD_NAME) {
            String section = reader.fieldName();
            Location place = reader.place(section);
            if (!seen.add(section)) {
                throw place.invalid("is there twice");
            }
            reader.next();
            bind(section, place);
        }
        if (reader.next() != null) {
            throw reader.place("").invalid("is more than one document: accepted is one fleet a file");
        }
        return told;
    }

    private void bind(String section, Location place) {
        switch (section) {
            case "fleet" -> told.settings().name(reader.value(place).text(Told.NAME, Told.NAME_ACCEPTED));
            case "defaults" -> MachineEntry.defaults(reader.value(place), told);
            case "clusters" ->
                each(place, CLUSTERS_MAX, "a list of clusters", cluster -> ClusterEntry.read(cluster, told));
            case "servers" ->
                each(place, Told.MACHINES_MAX, "a list of servers", server -> MachineEntry.server(server, told));
            case "assumptions" -> AssumptionsSection.read(reader.value(place), told);
            case "policy" -> PolicySection.read(reader.value(place), told);
            case "events" -> each(place, EVENTS_MAX, "a list of events", event -> EventEntry.read(event, told));
            default -> throw place.invalid("is not a section, accepted are: " + sections());
        }
    }

    private void each(Location place, int itemsMax, String accepted, Consumer<Value> item) {
        if (reader.current() != JsonToken.START_ARRAY) {
            throw reader.value(place).notAccepted(accepted);
        }
        int index = 0;
        while (reader.next() != JsonToken.END_ARRAY) {
            Location itemPlace = reader.place(place.path() + "[" + index + "]");
            if (++index > itemsMax) {
                throw itemPlace.invalid("is one too many: accepted are at most " + itemsMax);
            }
            item.accept(reader.value(itemPlace));
        }
    }

    private static String sections() {
        return String.join(", ", SECTIONS);
    }
}
