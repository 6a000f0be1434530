package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.fact.FactSheet;

/// What a row below a machine tells of it.
///
/// @param resource name of the machine's resource, for where no file tells the machine itself
/// @param key as in [Resource]
record Joined(String resource, long key, FactSheet facts, int line) {}
