package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.agent.LocalNode;
import io.hotfleet.clusternode.agent.PersistentState;
import io.hotfleet.clusternode.agent.SimulatedWindows;
import io.hotfleet.clusternode.election.Ballot;
import io.hotfleet.clusternode.workload.Sessions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Set;

/// A node as others see it.
final class NodeStatus {
    private final LocalNode host;
    private final SimulatedWindows machine;
    private final Sessions sessions;

    NodeStatus(LocalNode host, SimulatedWindows machine, Sessions sessions) {
        this.host = host;
        this.machine = machine;
        this.sessions = sessions;
    }

    /// @param owner null where the node knows none
    @RegisterForReflection(registerFullHierarchy = true)
    record Shown(
            String node,
            String phase,
            boolean ready,
            boolean quorum,
            String owner,
            long term,
            Set<String> voters,
            int sessions,
            int crashes,
            String kb,
            boolean onTrack,
            String vbs,
            int hooks) {
        private static final String PREFIX = "hotfleet.io/";

        /// As columns of a list of pods.
        Map<String, String> labels() {
            return Map.of(
                    PREFIX + "phase",
                    phase,
                    PREFIX + "role",
                    node.equals(owner) ? "owner" : "none",
                    PREFIX + "kb",
                    kb,
                    PREFIX + "track",
                    onTrack ? "on" : "off",
                    PREFIX + "vbs",
                    vbs,
                    PREFIX + "hooks",
                    Integer.toString(hooks));
        }

        Map<String, String> annotations() {
            return Map.of(
                    PREFIX + "voters",
                    String.join(" ", voters),
                    PREFIX + "term",
                    Long.toString(term),
                    PREFIX + "crashes",
                    Integer.toString(crashes));
        }
    }

    /// What a request is answered with: a later term never comes before an earlier one, or two nodes served at once.
    @RegisterForReflection(registerFullHierarchy = true)
    record Served(String node, long term) {}

    boolean isReady() {
        return host.phase().isReady(host.hasQuorum() && host.hasVote());
    }

    Shown show() {
        PersistentState notes = host.notes();
        Ballot ballot = notes.ballot();
        return new Shown(
                host.name(),
                host.phase().word(),
                isReady(),
                host.hasQuorum(),
                host.owner().orElse(null),
                ballot.term(),
                ballot.seats().voters(),
                sessions.count(),
                notes.crashesMs().size(),
                notes.software().newest(),
                notes.software().onTrack(),
                machine.vbs(),
                machine.hooks());
    }

    Served served() {
        return new Served(host.name(), host.notes().ballot().term());
    }

    Map<String, Object> check(boolean up) {
        return Map.of(
                "name",
                "node",
                "status",
                up ? "UP" : "DOWN",
                "data",
                Map.of("phase", host.phase().word(), "quorum", host.hasQuorum()));
    }
}
