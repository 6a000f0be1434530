package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Timeline;

/// A machine of a fleet. Cluster and hardware id may be null.
public record Machine(String name, String cluster, String hardwareId, Timeline timeline) {
    public Machine with(Timeline revised) {
        return new Machine(name, cluster, hardwareId, revised);
    }
}
