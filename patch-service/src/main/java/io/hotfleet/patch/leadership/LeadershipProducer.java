package io.hotfleet.patch.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.hotfleet.postgres.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Makes this instance's leadership out of the configuration, and lets it stand for election.
final class LeadershipProducer {
    private static final String IN_KUBERNETES = "KUBERNETES_SERVICE_HOST";

    private final LeaderConfig config;

    LeadershipProducer(LeaderConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Terms terms(Database database, Clock clock) {
        return new Terms(database, clock, config.name());
    }

    @Produces
    @Singleton
    Leadership leadership(Terms terms, Vertx vertx, Instance<KubernetesClient> kubernetes, MeterRegistry metrics) {
        Election election = election(vertx, kubernetes);
        boolean pod = election instanceof LeaseElection;
        String identity = pod
                ? config.identity()
                : config.identity() + "-" + ProcessHandle.current().pid();
        return new Leadership(terms, election, identity, metrics);
    }

    void start(@Observes StartupEvent event, Leadership leadership) {
        leadership.start();
    }

    /// Others lead while this instance still answers those who have not heard that it goes.
    void stepBack(@Observes ShutdownDelayInitiatedEvent event, Leadership leadership) {
        leadership.stop();
    }

    void stop(@Observes ShutdownEvent event, Leadership leadership) {
        leadership.stop();
    }

    private Election election(Vertx vertx, Instance<KubernetesClient> kubernetes) {
        return switch (config.by()) {
            case NOBODY -> new NoElection();
            case LEASE -> lease(kubernetes.get());
            case DATABASE -> database(vertx);
            case AUTO -> System.getenv(IN_KUBERNETES) == null ? database(vertx) : lease(kubernetes.get());
        };
    }

    private Election lease(KubernetesClient kubernetes) {
        String namespace = config.namespace().orElseGet(kubernetes::getNamespace);
        LeaseLock lock = new LeaseLock(namespace, config.name(), config.identity());
        return new LeaseElection(kubernetes, lock, leaseDuration(), retry());
    }

    private Election database(Vertx vertx) {
        PgConnectOptions options = PgConnectOptions.fromUri(config.databaseUrl())
                .setUser(config.databaseUser())
                .setPassword(config.databasePassword());
        return new DatabaseElection(vertx, options, config.name(), leaseDuration(), retry());
    }

    private Duration leaseDuration() {
        return Duration.ofSeconds(config.leaseSeconds());
    }

    private Duration retry() {
        return Duration.ofSeconds(config.retrySeconds());
    }
}
