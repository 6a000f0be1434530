package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.Cluster.NodeState;
import io.hotfleet.simulator.inventory.Window;
import java.util.List;
import java.util.Map;

/// What one file tells of a cluster; null where it tells nothing.
///
/// @param groups the type of each clustered role by its group's name, as the cluster itself lists them
public record ClusterTold(
        String name,
        String witness,
        List<ClusteredRole> roles,
        Window window,
        List<NodeState> states,
        Map<String, String> groups,
        int line) {
    /// What a list of the cluster tells.
    public static ClusterTold measured(String name, List<NodeState> states, Map<String, String> groups) {
        return new ClusterTold(name, null, null, null, states, groups, 1);
    }
}
