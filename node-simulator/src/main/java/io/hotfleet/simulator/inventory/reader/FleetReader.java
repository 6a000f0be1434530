package io.hotfleet.simulator.inventory.reader;

import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.inventory.document.TextFile;
import io.hotfleet.simulator.inventory.fleetfile.FleetFile;
import io.hotfleet.simulator.inventory.imported.ImportedFile;
import io.hotfleet.simulator.inventory.merge.Merge;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.ArrayList;
import java.util.List;

/// Reads the files that describe a fleet, each by its content, and merges them by machine name: later files win.
public final class FleetReader {
    static final int SOURCES_MAX = 100_000;

    private FleetReader() {}

    /// As [#read(List, boolean)] does it unless somebody asks for more.
    public static Fleet read(List<Source> sources) {
        return read(sources, false);
    }

    /// @param strict whether a file or a row that cannot be read stops the others; else it is left out with a line
    /// @throws FleetInvalid with one line for the first thing that cannot be accepted
    public static Fleet read(List<Source> sources, boolean strict) {
        if (sources.isEmpty() || sources.size() > SOURCES_MAX) {
            throw new FleetInvalid(sources.size() + " files are not accepted: 1 to " + SOURCES_MAX);
        }
        List<Told> told = new ArrayList<>(sources.size());
        List<FleetInvalid> failures = new ArrayList<>();
        for (Source source : sources) {
            try {
                Told one = read(source);
                if (strict) {
                    one.tally().firstRefused().ifPresent(FleetReader::refuse);
                }
                told.add(one);
            } catch (FleetInvalid e) {
                failures.add(e);
            }
            if (!failures.isEmpty() && (strict || told.isEmpty() && failures.size() == sources.size())) {
                throw failures.getFirst();
            }
        }
        return new Merge(told, failures.stream().map(FleetReader::leftOut).toList()).fleet();
    }

    private static void refuse(String why) {
        throw new FleetInvalid(why);
    }

    private static String leftOut(FleetInvalid failure) {
        return failure.getMessage() + " (the file is left out; --strict stops here)";
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
