package io.hotfleet.simulator.inventory;

import java.util.List;

/// A whole fleet as its files describe it, ranges expanded and defaults applied.
///
/// @param machines in the order of the files
/// @param conflicts where two files told different things of the same machine: one line each, as a person reads it
public record Fleet(
        String name,
        List<Machine> machines,
        List<Cluster> clusters,
        Assumptions assumptions,
        Policy policy,
        List<FleetEvent> events,
        List<String> conflicts) {}
