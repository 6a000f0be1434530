package io.hotfleet.simulator.inventory.document;

import io.hotfleet.simulator.inventory.FleetInvalid;

/// Where a value stands.
///
/// @param line counted from 1
/// @param path such as `clusters[0].witness`; empty for the file itself
public record Location(String file, int line, String path) {
    public FleetInvalid invalid(String what) {
        return new FleetInvalid(file + ":" + line + ": " + (path.isEmpty() ? "" : path + " ") + what);
    }

    Location field(String name, int fieldLine) {
        return new Location(file, fieldLine, path.isEmpty() ? name : path + "." + name);
    }

    Location item(int index, int itemLine) {
        return new Location(file, itemLine, path + "[" + index + "]");
    }
}
