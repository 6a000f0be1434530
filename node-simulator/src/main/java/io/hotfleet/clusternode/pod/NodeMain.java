package io.hotfleet.clusternode.pod;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.hotfleet.clusternode.agent.HttpPatchService;
import io.hotfleet.clusternode.agent.NodeConfig;
import io.hotfleet.clusternode.agent.PatchService;
import io.hotfleet.clusternode.pod.ClusterNode.Outside;
import io.hotfleet.simulator.log.JsonLog;
import io.quarkus.logging.Log;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.security.Security;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The process that is one node. It is no Quarkus application: it has neither a database nor beans, and starts within
/// a second, because its restarts are what is measured.
public final class NodeMain {
    private final ClusterNode node;

    private NodeMain(NodeConfig config, Clock clock) {
        String peers = config.peers();
        PatchService orders = config.patchUrl().isPresent()
                ? new HttpPatchService(config.patchUrl().get(), config.fleet().orElseThrow())
                : PatchService.NONE;
        node = new ClusterNode(
                config,
                clock,
                peer -> URI.create(peers.replace("{node}", peer)),
                new Outside(orders, place(config)),
                NodeMain::exit);
    }

    /// Runs until the node goes down.
    public static void run(Clock clock) throws InterruptedException {
        JsonLog.installAlone("host");
        // a peer that comes back has another address
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        NodeMain mode = new NodeMain(read(Map.of()), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(mode.node::stop, "stop"));
        Log.infof("Listening on port %d", mode.node.start());
        new CountDownLatch(1).await();
    }

    /// @param given settings that stand above defaults, and below the environment
    public static NodeConfig read(Map<String, String> given) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredConverters()
                .withDefaultValues(given)
                .withMapping(NodeConfig.class)
                .build();
        return config.getConfigMapping(NodeConfig.class);
    }

    private static Pod place(NodeConfig config) {
        return config.labels()
                ? new StatefulSetPod(
                        new KubernetesClientBuilder().build(), config.name().orElseThrow())
                : Pod.NOWHERE;
    }

    private static void exit(int code) {
        Runtime.getRuntime().halt(code);
    }
}
