package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.fleet.MachineId;

/// A machine of a fleet. Cluster and hardware id may be null.
public record Machine(MachineId id, String cluster, String hardwareId, Timeline timeline) {
    public Machine with(Timeline revised) {
        return new Machine(id, cluster, hardwareId, revised);
    }
}
