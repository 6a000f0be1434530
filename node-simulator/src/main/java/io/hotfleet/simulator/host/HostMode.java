package io.hotfleet.simulator.host;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.hotfleet.simulator.host.HostNode.Outside;
import io.hotfleet.simulator.host.order.HttpOrders;
import io.hotfleet.simulator.host.order.Orders;
import io.hotfleet.simulator.host.pod.Place;
import io.hotfleet.simulator.host.pod.PodPlace;
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
public final class HostMode {
    private final HostNode node;

    private HostMode(HostConfig config, Clock clock) {
        String peers = config.peers();
        Orders orders = config.patchUrl().isPresent()
                ? new HttpOrders(config.patchUrl().get(), config.fleet().orElseThrow())
                : Orders.NONE;
        node = new HostNode(
                config,
                clock,
                peer -> URI.create(peers.replace("{node}", peer)),
                new Outside(orders, place(config)),
                HostMode::exit);
    }

    /// Runs until the node goes down.
    public static void run(Clock clock) throws InterruptedException {
        JsonLog.installAlone("host");
        // a peer that comes back has another address
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        HostMode mode = new HostMode(read(Map.of()), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(mode.node::stop, "stop"));
        Log.infof("Listening on port %d", mode.node.start());
        new CountDownLatch(1).await();
    }

    /// @param given settings that stand above defaults, and below the environment
    static HostConfig read(Map<String, String> given) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredConverters()
                .withDefaultValues(given)
                .withMapping(HostConfig.class)
                .build();
        return config.getConfigMapping(HostConfig.class);
    }

    private static Place place(HostConfig config) {
        return config.labels()
                ? new PodPlace(
                        new KubernetesClientBuilder().build(), config.name().orElseThrow())
                : Place.NOWHERE;
    }

    private static void exit(int code) {
        Runtime.getRuntime().halt(code);
    }
}
