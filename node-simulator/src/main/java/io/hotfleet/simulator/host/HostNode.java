package io.hotfleet.simulator.host;

import io.hotfleet.simulator.host.Duty.Loader;
import io.hotfleet.simulator.host.View.Shown;
import io.hotfleet.simulator.host.machine.Machine;
import io.hotfleet.simulator.host.order.Orders;
import io.hotfleet.simulator.host.order.OrdersUnavailable;
import io.hotfleet.simulator.host.pod.Place;
import io.hotfleet.simulator.host.vote.Ordinal;
import io.hotfleet.simulator.host.work.Sessions;
import io.hotfleet.simulator.seal.Seals;
import io.quarkus.logging.Log;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// A node with its doors and its threads, from start to exit.
final class HostNode implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final HostConfig config;
    private final Clock clock;
    private final Host host;
    private final Peers peers;
    private final Cluster cluster;
    private final Sessions sessions;
    private final Drain drain;
    private final Duty duty;
    private final View view;
    private final Doors doors;
    private final Place place;
    private final IntConsumer exit;
    private Map<String, String> shown = Map.of();
    private volatile boolean closed;

    /// Who gives it orders, and where it runs.
    record Outside(Orders orders, Place place) {}

    /// @param exit ends the process with a code
    HostNode(HostConfig config, Clock clock, Function<String, URI> addresses, Outside outside, IntConsumer exit) {
        this.config = config;
        this.clock = clock;
        this.exit = exit;
        this.host = new Host(config, clock);
        new Restoration(host, config, outside.orders()).run();
        this.peers = new Peers(addresses, config.lease().dividedBy(2));
        this.cluster = new Cluster(host, peers);
        this.sessions = new Sessions(config.sessionsMax());
        this.drain = new Drain(host, cluster, sessions, config);
        Machine machine = new Machine(host.name(), host.notes().software());
        Loader loader = new Loader(machine, Seals.withDefaults(outside.orders(), clock));
        this.duty = new Duty(host, config, loader, outside.orders(), this::leave);
        this.view = new View(host, machine, sessions);
        this.place = outside.place();
        this.doors = new Doors(host, cluster, peers, sessions, view);
    }

    /// @return the port
    int start() {
        int port = doors.open(config.port());
        Thread.ofVirtual().name("beat").start(() -> every(config.beat(), this::beat));
        Thread.ofVirtual().name("duty").start(() -> every(config.poll(), duty::run));
        Thread.ofVirtual().name("tick").start(() -> every(TICK, sessions::tick));
        Thread.ofVirtual().name("alive").start(() -> every(config.heartbeat(), duty::sayAlive));
        Thread.ofVirtual().name("roll").start(() -> every(config.heartbeat(), this::callTheRoll));
        Thread.ofVirtual().name("show").start(() -> every(TICK, this::show));
        return port;
    }

    /// Somebody asks the process to end; one that ends by itself has left already.
    void stop() {
        if (!(host.phase() instanceof Phase.Gone)) {
            boolean scaledIn = place.wanted().stream().anyMatch(count -> Ordinal.of(host.name()) >= count);
            leave(scaledIn ? Departure.EVICTION : Departure.SHUTDOWN);
        }
    }

    View view() {
        return view;
    }

    /// Goes down in order. Returns only where the node was to restart, and could not hand over or was asked to stop
    /// meanwhile: it then stays up, or goes for that other reason.
    void leave(Departure why) {
        try {
            boolean hurries = why == Departure.RESTART && !config.drains();
            boolean drained = hurries || drain.run(why);
            if (!drained && why == Departure.RESTART) {
                if (host.move(phase -> phase instanceof Phase.Draining draining ? draining.back() : phase)) {
                    cluster.takeBack();
                }
                return;
            }
            if (!hurries) {
                drain.linger();
            }
            if (why != Departure.RESTART && config.patchUrl().isPresent()) {
                duty.sayGoodbye(why);
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
        doors.close();
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
    private void callTheRoll() {
        if (host.serves() && config.cluster().isPresent()) {
            place.wanted().ifPresent(count -> {
                cluster.evict(count);
                duty.evict(count);
            });
        }
    }

    private void show() {
        Shown now = view.show();
        Map<String, String> all = new HashMap<>(now.labels());
        all.putAll(now.annotations());
        if (!all.equals(shown) && place.show(now.labels(), now.annotations())) {
            shown = all;
        }
    }

    private Phase inTime(Phase phase) {
        return switch (phase) {
            case Phase.Booting booting when clock.millis() >= booting.untilMs() -> booting.up();
            case Phase.Quarantined quarantined when clock.millis() >= quarantined.untilMs() -> quarantined.released();
            case Phase.Booting _, Phase.Quarantined _, Phase.Up _, Phase.Patching _, Phase.Draining _, Phase.Gone _ ->
                phase;
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
        } catch (OrdersUnavailable e) {
            Log.debugf("%s waits for patch-service: %s", host.name(), e.getMessage());
        } catch (RuntimeException e) {
            Log.errorf(e, "%s could not do its part", host.name());
        }
    }
}
