package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.fleet.registry.ClusterBody.RoleBody;
import io.hotfleet.patch.planner.ClusterState;
import io.hotfleet.patch.planner.Quorum;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A cluster as it is told.
///
/// @param window null without one
/// @param nodes in order of name, `down` those of them that are
/// @param votes of nodes and witness together
/// @param serves whether it has quorum, and a node that runs
/// @param quorumLosses how often it had none
record ClusterView(
        String cluster,
        String witness,
        List<RoleBody> clusteredRoles,
        WindowBody window,
        List<String> nodes,
        List<String> down,
        int votes,
        boolean serves,
        int quorumLosses) {
    /// @param row name, witness, roles, window and nodes
    static ClusterView of(Row row, ClusterState state) {
        List<String> nodes = Arrays.stream(row.getArrayOfStrings(4)).sorted().toList();
        Quorum quorum = state.quorum();
        return new ClusterView(
                row.getString(0),
                row.getString(1),
                Arrays.stream(row.getArrayOfStrings(2)).map(RoleBody::parse).toList(),
                WindowBody.parse(row.getString(3)),
                nodes,
                IntStream.range(0, nodes.size())
                        .filter(position -> !quorum.isUp(position))
                        .mapToObj(nodes::get)
                        .toList(),
                Long.bitCount(quorum.votes()) + (quorum.witnessVotes() ? 1 : 0),
                quorum.serves(),
                state.losses());
    }
}
