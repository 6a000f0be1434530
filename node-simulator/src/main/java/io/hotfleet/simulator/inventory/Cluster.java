package io.hotfleet.simulator.inventory;

import java.util.List;

/// A failover cluster; its nodes are machines of the same fleet.
///
/// @param witness none | disk | file-share | cloud
/// @param states of the nodes of which a file tells it
public record Cluster(
        String name,
        String witness,
        List<ClusteredRole> clusteredRoles,
        Window window,
        List<String> nodes,
        List<NodeState> states) {
    /// A cluster of which no file tells how its nodes are.
    public Cluster(String name, String witness, List<ClusteredRole> clusteredRoles, Window window, List<String> nodes) {
        this(name, witness, clusteredRoles, window, nodes, List.of());
    }

    /// How a node was when the file was written.
    ///
    /// @param state up | down | paused | joining | unknown
    /// @param vote whether it is configured to vote (NodeWeight)
    /// @param votesNow whether it has a vote at present (DynamicWeight)
    public record NodeState(String node, String state, boolean vote, boolean votesNow) {
        public boolean isUp() {
            return state.equals("up");
        }
    }

    /// @param type generic | sql-fci | sql-ag | hyper-v | file-server
    public record ClusteredRole(String type, int count) {}
}
