package io.hotfleet.simulator.bulk;

import io.hotfleet.simulator.memory.AddressSpace;
import io.hotfleet.simulator.memory.Installation;
import io.hotfleet.simulator.workflow.Phase;

/// One machine to look at.
///
/// @param dueSeconds when its present step ends; the greatest number where it waits for an offer
public record MachineDetail(
        Phase phase, long sinceSeconds, long dueSeconds, Installation installation, AddressSpace memory) {}
