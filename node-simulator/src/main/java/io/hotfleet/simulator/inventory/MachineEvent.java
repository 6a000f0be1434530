package io.hotfleet.simulator.inventory;

import java.time.Instant;

/// Something that happens to one machine during the period.
public sealed interface MachineEvent {
    String machine();

    /// The machine installs a KB by itself, outside windows and rings.
    record Install(Instant at, String machine, String kb) implements MachineEvent {}

    /// The machine cannot be reached from `from` (inclusive) to `to` (exclusive).
    record Offline(Instant from, Instant to, String machine) implements MachineEvent {}

    /// Facts change, without a restart.
    record Change(Instant at, String machine, FactChanges facts) implements MachineEvent {}
}
