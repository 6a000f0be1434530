package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.MachineEvent;
import io.hotfleet.simulator.inventory.document.Location;

/// An event of a fleet file; its machine is looked up when all machines are known.
public record EventTold(Location place, MachineEvent event) {}
