package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.Window;
import java.util.List;

/// What one file tells of a cluster; null where it tells nothing.
public record ClusterTold(String name, String witness, List<ClusteredRole> roles, Window window, int line) {}
