package io.hotfleet.clusternode.pod;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.hotfleet.clusternode.agent.HttpPatchService;
import io.hotfleet.clusternode.agent.NodeConfig;
import io.hotfleet.clusternode.agent.PatchService;
import io.hotfleet.clusternode.pod.ClusterNode.Outside;
import io.hotfleet.clusternode.workload.LoadGenerator;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.Security;
import java.time.Clock;

/// One program with two jobs: a node of a failover cluster, or, with the argument `load`, a client that measures one.
@Singleton
@QuarkusMain
public class ClusterNodeApplication implements QuarkusApplication {
    private static final String LOAD = "load";

    private final NodeConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final Instance<KubernetesClient> kubernetes;
    private final Instance<LoadGenerator> load;
    private volatile Runnable leave = () -> {};

    ClusterNodeApplication(
            NodeConfig config,
            Clock clock,
            Vertx vertx,
            Instance<KubernetesClient> kubernetes,
            Instance<LoadGenerator> load) {
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.kubernetes = kubernetes;
        this.load = load;
    }

    @Override
    public int run(String... arguments) {
        // a peer that comes back has another address
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        if (arguments.length > 0 && arguments[0].equals(LOAD)) {
            measure();
        } else {
            host();
        }
        return 0;
    }

    private void host() {
        ClusterNode node =
                new ClusterNode(config, clock, this::address, new Outside(patchService(), pod(), vertx), code -> {
                    Runtime.getRuntime().halt(code);
                });
        leave = node::stop;
        Log.infof("Listening on port %d", node.start());
        Quarkus.waitForExit();
    }

    /// Whoever asks the process to end waits until the node has left its cluster; the node ends the process.
    void stop(@Observes ShutdownEvent event) {
        leave.run();
    }

    private void measure() {
        try (LoadGenerator running = load.get()) {
            running.start();
            running.print();
            Quarkus.waitForExit();
        }
    }

    private URI address(String peer) {
        return URI.create(config.peers().replace("{node}", peer));
    }

    private PatchService patchService() {
        return config.patchUrl()
                .<PatchService>map(
                        url -> new HttpPatchService(url, config.fleet().orElseThrow()))
                .orElse(PatchService.NONE);
    }

    private Pod pod() {
        return config.labels()
                ? new StatefulSetPod(kubernetes.get(), config.name().orElseThrow())
                : Pod.NOWHERE;
    }
}
