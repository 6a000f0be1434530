package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.agent.Departure;
import io.hotfleet.clusternode.agent.LocalNode;
import io.hotfleet.clusternode.agent.NodeConfig;
import io.hotfleet.clusternode.agent.NodePhase;
import io.hotfleet.clusternode.agent.PackageVerifier;
import io.hotfleet.clusternode.agent.PatchService;
import io.hotfleet.clusternode.agent.PatchServiceUnavailable;
import io.hotfleet.clusternode.agent.Restoration;
import io.hotfleet.clusternode.agent.SimulatedWindows;
import io.hotfleet.clusternode.agent.UpdateAgent;
import io.hotfleet.clusternode.agent.UpdateAgent.Loader;
import io.hotfleet.clusternode.election.Ordinal;
import io.hotfleet.clusternode.pod.NodeStatus.Shown;
import io.hotfleet.clusternode.workload.Sessions;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// A node with its endpoints and its threads, from start to exit.
final class ClusterNode implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final NodeConfig config;
    private final Clock clock;
    private final LocalNode host;
    private final Peers peers;
    private final ClusterProtocol cluster;
    private final Sessions sessions;
    private final Drain drain;
    private final UpdateAgent agent;
    private final NodeStatus view;
    private final HttpEndpoints endpoints;
    private final Pod pod;
    private final IntConsumer exit;
    private final Vertx vertx;
    private Map<String, String> shown = Map.of();
    private volatile boolean closed;

    /// Who gives it commands, where it runs, and what serves its HTTP.
    record Outside(PatchService patch, Pod pod, Vertx vertx) {}

    /// @param exit ends the process with a code
    ClusterNode(NodeConfig config, Clock clock, Function<String, URI> addresses, Outside outside, IntConsumer exit) {
        this.config = config;
        this.clock = clock;
        this.exit = exit;
        this.host = new LocalNode(config, clock);
        new Restoration(host, config, outside.patch()).run();
        this.peers = new Peers(addresses, config.lease().dividedBy(2));
        this.cluster = new ClusterProtocol(host, peers);
        this.sessions = new Sessions(config.sessionsMax());
        this.drain = new Drain(host, cluster, sessions, config);
        SimulatedWindows machine =
                new SimulatedWindows(host.name(), host.notes().software());
        Loader loader = new Loader(machine, new PackageVerifier(outside.patch(), clock));
        this.agent = new UpdateAgent(host, config, loader, outside.patch(), this::leave);
        this.view = new NodeStatus(host, machine, sessions);
        this.pod = outside.pod();
        this.vertx = outside.vertx();
        this.endpoints = new HttpEndpoints(host, cluster, peers, sessions, view);
    }

    /// @return the port
    int start() {
        int port = endpoints.open(vertx, config.port());
        Thread.ofVirtual().name("beat").start(() -> every(config.beat(), this::beat));
        Thread.ofVirtual().name("agent").start(() -> every(config.poll(), agent::run));
        Thread.ofVirtual().name("tick").start(() -> every(TICK, sessions::tick));
        Thread.ofVirtual().name("alive").start(() -> every(config.heartbeat(), agent::sayAlive));
        Thread.ofVirtual().name("scale-in").start(() -> every(config.heartbeat(), this::removeScaledIn));
        Thread.ofVirtual().name("show").start(() -> every(TICK, this::show));
        return port;
    }

    /// Somebody asks the process to end; one that ends by itself has left already.
    void stop() {
        if (!(host.phase() instanceof NodePhase.Gone)) {
            boolean scaledIn = pod.wanted().stream().anyMatch(count -> Ordinal.of(host.name()) >= count);
            leave(scaledIn ? Departure.EVICTION : Departure.SHUTDOWN);
        }
    }

    NodeStatus view() {
        return view;
    }

    /// Goes down in order. Returns only where the node was to restart, and could not hand over or was asked to stop
    /// meanwhile: it then stays up, or goes for that other reason.
    void leave(Departure why) {
        try {
            boolean hurries = why == Departure.RESTART && !config.drains();
            boolean drained = hurries || drain.run(why);
            if (!drained && why == Departure.RESTART) {
                if (host.move(phase -> phase instanceof NodePhase.Draining draining ? draining.back() : phase)) {
                    cluster.takeBack();
                }
                return;
            }
            if (!hurries) {
                drain.linger();
            }
            if (why != Departure.RESTART && config.patchUrl().isPresent()) {
                agent.sayGoodbye(why);
            }
            if (host.move(phase -> phase.gone(why))) {
                host.close(why);
                exit.accept(why.exitCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// As if the power failed: nothing is said, nothing is noted.
    @Override
    public void close() {
        closed = true;
        endpoints.close();
        peers.close();
    }

    private void beat() {
        host.move(this::inTime);
        if (!host.phase().isSilent()) {
            cluster.beat();
        }
        if (!host.serves() && host.phase().takesPart()) {
            sessions.cut();
        }
    }

    /// Nodes that were down when they were scaled in cannot go by themselves: the owner takes them out.
    private void removeScaledIn() {
        if (host.serves() && config.cluster().isPresent()) {
            pod.wanted().ifPresent(count -> {
                cluster.evict(count);
                agent.evict(count);
            });
        }
    }

    private void show() {
        Shown now = view.show();
        Map<String, String> all = new HashMap<>(now.labels());
        all.putAll(now.annotations());
        if (!all.equals(shown) && pod.show(now.labels(), now.annotations())) {
            shown = all;
        }
    }

    private NodePhase inTime(NodePhase phase) {
        return switch (phase) {
            case NodePhase.Booting booting when clock.millis() >= booting.untilMs() -> booting.up();
            case NodePhase.Quarantined quarantined
            when clock.millis() >= quarantined.untilMs() -> quarantined.released();
            case NodePhase.Booting _,
                    NodePhase.Quarantined _,
                    NodePhase.Up _,
                    NodePhase.Patching _,
                    NodePhase.Draining _,
                    NodePhase.Gone _ -> phase;
        };
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void every(Duration pause, Work work) {
        try {
            while (!closed) {
                attempt(work);
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What fails now is tried again after the pause.
    private void attempt(Work work) throws InterruptedException {
        try {
            work.run();
        } catch (PatchServiceUnavailable e) {
            Log.debugf("%s waits for patch-service: %s", host.name(), e.getMessage());
        } catch (RuntimeException e) {
            Log.errorf(e, "%s could not do its part", host.name());
        }
    }
}
