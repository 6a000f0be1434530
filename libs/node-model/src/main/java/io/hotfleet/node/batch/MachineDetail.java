package io.hotfleet.node.batch;

import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.workflow.Phase;

/// One machine to look at.
///
/// @param dueSeconds when its present step ends; the greatest number where it waits for an offer
public record MachineDetail(
        Phase phase, long sinceSeconds, long dueSeconds, Installation installation, AddressSpace memory) {}
