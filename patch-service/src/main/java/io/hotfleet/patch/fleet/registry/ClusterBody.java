package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.planner.Quorum;
import io.hotfleet.rest.Faults;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.List;

/// A failover cluster as it is entered.
///
/// @param witness none | disk | file-share | cloud
/// @param clusteredRoles absent: one generic role a node
@RegisterForReflection(registerFullHierarchy = true)
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

    void check(Faults faults, String pointer) {
        NameRules.check(faults, pointer + "/cluster", cluster);
        WindowBody.check(faults, window, pointer + "/window");
        if (witness != null && !WITNESSES.contains(witness)) {
            faults.add(pointer + "/witness", "'%s' is not one of %s".formatted(witness, String.join(", ", WITNESSES)));
        }
        checkNodes(faults, pointer + "/nodes");
        if (roles().stream().anyMatch(role -> role.type() == null || role.count() < 0)
                || roles().stream().mapToLong(RoleBody::count).sum() > ROLES_MAX) {
            faults.add(pointer + "/clusteredRoles", "each has a type and a count; %,d at most".formatted(ROLES_MAX));
        }
    }

    private void checkNodes(Faults faults, String pointer) {
        if (nodes == null || nodes.isEmpty() || nodes.size() > Quorum.NODES_MAX) {
            faults.add(pointer, "a cluster has 1 to %d nodes".formatted(Quorum.NODES_MAX));
            return;
        }
        nodes.forEach(node -> NameRules.check(faults, pointer, node));
        if (new HashSet<>(nodes).size() < nodes.size()) {
            faults.add(pointer, "a node is named twice");
        }
    }

    boolean hasWitness() {
        return witness != null && !witness.equals(WITNESSES.getFirst());
    }

    List<RoleBody> roles() {
        return clusteredRoles == null
                ? List.of(new RoleBody(GENERIC, nodes == null ? 0 : nodes.size()))
                : clusteredRoles;
    }
}
