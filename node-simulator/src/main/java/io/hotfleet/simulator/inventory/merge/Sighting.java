package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Window;

/// One mention of a machine in a file.
///
/// @param name a short name or a fully qualified one
/// @param cluster null where the file tells none
/// @param numbered a node that a cluster's bare number made up
record Sighting(String name, FactSheet facts, String cluster, Window window, int line, boolean numbered) {
    Sighting with(FactSheet otherFacts) {
        return facts == otherFacts ? this : new Sighting(name, otherFacts, cluster, window, line, numbered);
    }
}
