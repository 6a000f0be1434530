package io.hotfleet.simulator.inventory;

/// One machine of a fleet.
///
/// @param cluster its failover cluster; null for a stand-alone machine
/// @param window null = any time; a cluster's nodes carry the cluster's window
public record Machine(String name, String cluster, Facts facts, Window window) {
    public Machine with(Facts other) {
        return new Machine(name, cluster, other, window);
    }
}
