package io.hotfleet.simulator.inventory;

import java.util.List;

/// How updates are rolled out.
///
/// @param outOfBand none | hotpatch-only | all
/// @param ifRestartNeeded fall-back | hold
public record Policy(String outOfBand, String ifRestartNeeded, int clusterSoakMinutes, List<Ring> rings) {
    /// @param sharePercent cumulative share of the units, 0 < share ≤ 100
    public record Ring(String name, double sharePercent, int soakMinutes) {}
}
