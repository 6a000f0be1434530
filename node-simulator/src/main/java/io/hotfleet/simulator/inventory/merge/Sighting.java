package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.fact.FactSheet;

/// One mention of a machine in a file.
///
/// @param name a short name or a fully qualified one
/// @param cluster null where the file tells none
/// @param numbered a node that a cluster's bare number made up
/// @param resource null where no Azure resource speaks
/// @param whole whether the source knows names of more than 15 characters, so that a shorter one is not cut off
record Sighting(
        String name,
        FactSheet facts,
        String cluster,
        Window window,
        int line,
        boolean numbered,
        Resource resource,
        boolean whole) {
    Sighting with(FactSheet otherFacts) {
        return facts == otherFacts
                ? this
                : new Sighting(name, otherFacts, cluster, window, line, numbered, resource, whole);
    }
}
