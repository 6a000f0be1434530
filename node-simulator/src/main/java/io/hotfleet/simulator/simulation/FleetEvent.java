package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.FactChanges;

/// Something that the fleet file asks for at one minute.
public sealed interface FleetEvent {
    long minute();

    String machine();

    /// The machine cannot be reached from now on.
    ///
    /// @param backMinute when it can again
    record Away(long minute, String machine, long backMinute) implements FleetEvent {}

    record Back(long minute, String machine) implements FleetEvent {}

    /// The machine installs a release by itself.
    record Install(long minute, String machine, Release release) implements FleetEvent {}

    /// Facts change, without a restart.
    record Change(long minute, String machine, FactChanges facts) implements FleetEvent {}
}
