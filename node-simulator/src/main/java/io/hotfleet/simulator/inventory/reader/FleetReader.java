package io.hotfleet.simulator.inventory.reader;

import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.inventory.document.TextFile;
import io.hotfleet.simulator.inventory.fleetfile.FleetFile;
import io.hotfleet.simulator.inventory.imported.ImportedFile;
import io.hotfleet.simulator.inventory.imported.Table;
import io.hotfleet.simulator.inventory.merge.Merge;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.List;

/// Reads the files that describe a fleet, each by its content, and merges them by machine name: later files win.
public final class FleetReader {
    static final int SOURCES_MAX = 100_000;

    private FleetReader() {}

    /// @throws FleetInvalid with one line for the first thing that cannot be accepted
    public static Fleet read(List<Source> sources) {
        if (sources.isEmpty() || sources.size() > SOURCES_MAX) {
            throw new FleetInvalid(sources.size() + " files are not accepted: 1 to " + SOURCES_MAX);
        }
        List<Told> told = new ArrayList<>(sources.size());
        for (Source source : sources) {
            told.add(read(source));
        }
        return new Merge(told).fleet();
    }

    private static Told read(Source source) {
        try (TextFile file = TextFile.open(source)) {
            return switch (FileKind.of(file)) {
                case FLEET_YAML -> FleetFile.yaml(file);
                case FLEET_JSON -> FleetFile.json(file);
                case ROWS -> ImportedFile.json(file);
                case CSV -> Table.read(file);
            };
        }
    }
}
