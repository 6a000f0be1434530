package io.hotfleet.patch.leadership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// How instances find out who of them leads.
@ConfigMapping(prefix = "hotfleet.leader")
interface LeaderConfig {
    enum By {
        /// A Lease in a Kubernetes pod, else the database.
        AUTO,
        LEASE,
        DATABASE,
        /// This instance never leads.
        NOBODY
    }

    @WithDefault("auto")
    By by();

    /// Of the Lease, and of the term in the database.
    @WithDefault("hotfleet-rollouts")
    String name();

    /// Who this is: in Kubernetes the pod's name.
    @WithDefault("${HOSTNAME:patch-service}")
    String identity();

    /// A leader that says nothing for so long has lost the leadership.
    @WithDefault("10")
    int leaseSeconds();

    /// Others ask so often; the leader confirms so often.
    @WithDefault("2")
    int retrySeconds();

    /// The Lease's; without it, the namespace that the pod runs in.
    Optional<String> namespace();

    /// The lock wants a session of its own on the primary: a pooler in between must pool sessions.
    @WithDefault("${quarkus.datasource.reactive.url}")
    String databaseUrl();

    @WithDefault("${quarkus.datasource.username}")
    String databaseUser();

    @WithDefault("${quarkus.datasource.password}")
    String databasePassword();
}
