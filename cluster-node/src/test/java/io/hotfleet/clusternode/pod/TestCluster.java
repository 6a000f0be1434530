package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.Settings;
import io.hotfleet.clusternode.agent.Departure;
import io.hotfleet.clusternode.agent.HttpPatchService;
import io.hotfleet.clusternode.agent.NodeConfig;
import io.hotfleet.clusternode.agent.PatchService;
import io.hotfleet.clusternode.pod.ClusterNode.Outside;
import io.hotfleet.clusternode.pod.NodeStatus.Shown;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// Nodes of one cluster in this process, with real HTTP between them, and what starts ended ones again.
final class TestCluster implements AutoCloseable {
    static final Vertx VERTX = Vertx.vertx();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    final TestPod pod = new TestPod();
    private final Path disk;
    private final Map<String, String> settings;
    private final Map<String, ClusterNode> nodes = new ConcurrentHashMap<>();
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> exits = new ConcurrentHashMap<>();
    private volatile boolean closed;

    TestCluster(Path disk, Map<String, String> settings) {
        this.disk = disk;
        this.settings = new HashMap<>(settings);
    }

    static TestCluster ofThree(Path disk) {
        return ofThree(disk, Map.of());
    }

    static TestCluster ofThree(Path disk, Map<String, String> settings) {
        TestCluster cluster = new TestCluster(disk, settings);
        List.of("sql-0", "sql-1", "sql-2").forEach(cluster::start);
        cluster.await(
                "an owner, and three ready nodes",
                () -> cluster.ready() == 3 && cluster.owner().isPresent());
        return cluster;
    }

    void start(String name) {
        NodeConfig config = config(name);
        PatchService orders = config.patchUrl()
                .<PatchService>map(url -> new HttpPatchService(url, "f"))
                .orElse(PatchService.NONE);
        ClusterNode node = new ClusterNode(
                config, Clock.systemUTC(), this::address, new Outside(orders, pod, VERTX), code -> exited(name, code));
        nodes.put(name, node);
        ports.put(name, node.start());
    }

    /// As `kill -9` or a power failure.
    void kill(String name) {
        nodes.remove(name).close();
    }

    String anyNode() {
        return nodes.keySet().stream().findFirst().orElse("none");
    }

    ClusterNode node(String name) {
        return nodes.get(name);
    }

    Shown shown(String name) {
        return nodes.get(name).view().show();
    }

    URI address(String name) {
        return URI.create("http://127.0.0.1:" + ports.getOrDefault(name, 1));
    }

    /// Ends with the code of a restart.
    int restarts(String name) {
        return exits.getOrDefault(name, new AtomicInteger()).get();
    }

    boolean isUp(String name) {
        return nodes.containsKey(name);
    }

    long ready() {
        return nodes.values().stream().filter(node -> node.view().isReady()).count();
    }

    Optional<String> owner() {
        return nodes.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(entry.getValue().view().show().owner()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    void await(String what, BooleanSupplier condition) {
        try {
            Awaitility.await(what).atMost(LIMIT).pollInterval(POLL).until(condition::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "The nodes are "
                            + nodes.values().stream()
                                    .map(node -> node.view().show())
                                    .toList(),
                    e);
        }
    }

    @Override
    public void close() {
        closed = true;
        nodes.values().forEach(ClusterNode::close);
    }

    private void exited(String name, int code) {
        nodes.remove(name).close();
        if (code == Departure.RESTART.exitCode() && !closed) {
            exits.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
            start(name);
        }
    }

    private NodeConfig config(String name) {
        Map<String, String> given = new HashMap<>(Map.of(
                "hotfleet.host.name", name,
                "hotfleet.host.voters", "sql-0,sql-1,sql-2",
                "hotfleet.host.port", "0",
                "hotfleet.host.notebook", disk.resolve(name + ".json").toString(),
                "hotfleet.host.beat", "50ms",
                "hotfleet.host.lease", "1s",
                "hotfleet.host.stagger", "100ms",
                "hotfleet.host.linger", "50ms"));
        given.put("hotfleet.host.install", "50ms");
        given.put("hotfleet.host.restart", "100ms");
        given.put("hotfleet.host.poll", "50ms");
        given.put("hotfleet.host.heartbeat", "100ms");
        given.put("hotfleet.host.heartbeat", "100ms");
        given.putAll(settings);
        return Settings.read(NodeConfig.class, given);
    }
}
