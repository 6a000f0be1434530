package io.hotfleet.clusternode.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One node of one cluster. Only the process that is started as a node reads it; its name must then be given.
@ConfigMapping(prefix = "hotfleet.host")
public interface NodeConfig {
    /// Name that ends in its ordinal, as a StatefulSet gives it: `sql-c-2`.
    Optional<String> name();

    /// Nodes that have a vote when the cluster begins.
    Optional<List<String>> voters();

    /// Where a node answers its peers, and clients that were sent to the wrong one; `{node}` stands for its name.
    @WithDefault("http://{node}:8083")
    String peers();

    @WithDefault("8083")
    int port();

    /// What must outlast a restart of the process, but not the loss of the machine.
    @WithDefault("/state/node.json")
    Path notebook();

    @WithDefault("250ms")
    Duration beat();

    /// A node that hears no owner, and an owner that hears no majority, counts as alone after this time.
    @WithDefault("2s")
    Duration lease();

    @WithDefault("300ms")
    Duration stagger();

    /// A drain that takes longer is given up; a process that was asked to stop then leaves without it.
    @WithDefault("10s")
    Duration drain();

    /// Between the drain and the exit: callers who have not heard of it yet are still told where to go.
    @WithDefault("1s")
    Duration linger();

    /// Duration of a hotpatch, and of laying files beside the old ones.
    @WithDefault("2m")
    Duration install();

    /// From the end of the process until the node is up again.
    @WithDefault("8m")
    Duration restart();

    /// False for a schedule that knows nothing of the cluster: the node goes down as it stands.
    @WithDefault("true")
    boolean drains();

    /// Ungraceful ends within `crashesWithin` that put the node into quarantine.
    @WithDefault("3")
    int crashesMax();

    @WithDefault("1h")
    Duration crashesWithin();

    @WithDefault("2h")
    Duration quarantine();

    /// Without it the node installs nothing.
    Optional<URI> patchUrl();

    /// Id of the fleet at patch-service.
    Optional<String> fleet();

    /// Its cluster in that fleet. With it, a node that the fleet does not know when it starts enters itself.
    Optional<String> cluster();

    @WithDefault("windows-server-2025")
    String product();

    /// The release that the node has when it is new; patch-service brings it up to date.
    @WithDefault("KB5046617")
    String release();

    /// A node without notes waits so long for patch-service to tell what it was.
    @WithDefault("30s")
    Duration restore();

    @WithDefault("500ms")
    Duration poll();

    /// How often patch-service hears that the node is up.
    @WithDefault("2s")
    Duration heartbeat();

    /// Sessions open at once; a further one is answered 503.
    @WithDefault("10000")
    int sessionsMax();

    /// Whether labels and annotations of the own pod show the node's state.
    @WithDefault("false")
    boolean labels();
}
