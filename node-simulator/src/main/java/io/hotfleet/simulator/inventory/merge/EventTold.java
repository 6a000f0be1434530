package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.FleetEvent;
import io.hotfleet.simulator.inventory.document.Place;

/// An event of a fleet file; its machine is looked up when all machines are known.
public record EventTold(Place place, FleetEvent event) {}
