package io.hotfleet.clusternode.workload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Load on one cluster. Only the process that is started as a client reads it.
@ConfigMapping(prefix = "hotfleet.load")
public interface LoadConfig {
    /// Address of the cluster, any of whose nodes may answer.
    Optional<URI> target();

    /// What is asked for, again and again; the answer is a JSON object.
    @WithDefault("/work/request")
    String path();

    /// Addresses of the single nodes, asked for quorum and owner.
    Optional<List<URI>> nodes();

    @WithDefault("50")
    int sessions();

    @WithDefault("20")
    int requestsPerSecond();

    /// A request that is not answered within this time, attempts at other nodes included, has failed.
    @WithDefault("5s")
    Duration patience();

    @WithDefault("2s")
    Duration attempt();

    /// Between two attempts, also to open a session.
    @WithDefault("100ms")
    Duration pause();

    /// A session ticks every second: one that is silent for longer is broken.
    @WithDefault("6s")
    Duration silence();

    /// The answers about load so far are found here, at `/seen`.
    @WithDefault("8084")
    int port();
}
