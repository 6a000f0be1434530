package io.hotfleet.simulator.inventory;

import java.util.List;

/// A failover cluster; its nodes are machines of the same fleet.
///
/// @param witness none | disk | file-share | cloud
public record Cluster(
        String name, String witness, List<ClusteredRole> clusteredRoles, Window window, List<String> nodes) {
    /// @param type generic | sql-fci | sql-ag | hyper-v | file-server
    public record ClusteredRole(String type, int count) {}
}
