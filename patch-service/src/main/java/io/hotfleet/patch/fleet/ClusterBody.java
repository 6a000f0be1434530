package io.hotfleet.patch.fleet;

import io.hotfleet.patch.planner.Quorum;
import io.hotfleet.rest.ProblemException;
import java.util.HashSet;
import java.util.List;

/// A failover cluster as it is entered.
///
/// @param witness none | disk | file-share | cloud
/// @param clusteredRoles absent: one generic role a node
record ClusterBody(
        String cluster, String witness, List<RoleBody> clusteredRoles, WindowBody window, List<String> nodes) {
    private static final List<String> WITNESSES = List.of("none", "disk", "file-share", "cloud");
    private static final int ROLES_MAX = 10_000;
    private static final String GENERIC = "generic";

    record RoleBody(String type, int count) {
        /// The form in which it is stored.
        String text() {
            return type + ":" + count;
        }

        static RoleBody parse(String text) {
            int colon = text.lastIndexOf(':');
            return new RoleBody(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
    }

    void check(String pointer) {
        NameRules.check(pointer + "/cluster", cluster);
        if (witness != null && !WITNESSES.contains(witness)) {
            throw ProblemException.invalid(
                    pointer + "/witness", "'%s' is not one of %s".formatted(witness, String.join(", ", WITNESSES)));
        }
        if (nodes == null || nodes.isEmpty() || nodes.size() > Quorum.NODES_MAX) {
            throw ProblemException.invalid(
                    pointer + "/nodes", "a cluster has 1 to %d nodes".formatted(Quorum.NODES_MAX));
        }
        nodes.forEach(node -> NameRules.check(pointer + "/nodes", node));
        if (new HashSet<>(nodes).size() < nodes.size()) {
            throw ProblemException.invalid(pointer + "/nodes", "a node is named twice");
        }
        if (roles().stream().anyMatch(role -> role.type() == null || role.count() < 0)
                || roles().stream().mapToLong(RoleBody::count).sum() > ROLES_MAX) {
            throw ProblemException.invalid(
                    pointer + "/clusteredRoles", "each has a type and a count; %,d at most".formatted(ROLES_MAX));
        }
    }

    boolean hasWitness() {
        return witness != null && !witness.equals(WITNESSES.getFirst());
    }

    List<RoleBody> roles() {
        return clusteredRoles == null ? List.of(new RoleBody(GENERIC, nodes.size())) : clusteredRoles;
    }
}
