package io.hotfleet.simulator.fleet.sharding;

import io.hotfleet.simulator.fleet.sharding.Simulators.Size;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/// Knows this simulator's present share, by asking again and again how many simulators are wanted.
///
/// While nobody answers, the last number stays. Before the first answer there are as many as the ordinal says at
/// least: of fewer simulators each has more nodes, so none is left out, and one that two have comes to no harm.
@ApplicationScoped
public class PresentShard {
    private final Simulators simulators;
    private final Duration countEvery;
    private volatile Shard present;
    private boolean isSilent;
    private Thread thread;

    PresentShard(Simulators simulators, ShardingConfig config, MeterRegistry metrics) {
        this.simulators = simulators;
        this.countEvery = config.countEvery();
        int ordinal = simulators.pod().map(PodName::ordinal).orElse(0);
        this.present = new Shard(ordinal, ordinal + 1);
        metrics.gauge(
                "hotfleet_simulator_replicas", this, self -> self.present().replicas());
        metrics.gauge("hotfleet_simulator_ordinal", this, self -> self.present().ordinal());
    }

    public Shard present() {
        return present;
    }

    Optional<String> statefulSet() {
        return simulators.pod().map(PodName::statefulSet);
    }

    Size size() {
        return taken(simulators.size());
    }

    Size scale(int replicas) {
        return taken(simulators.scale(replicas));
    }

    void begin(@Observes StartupEvent event) {
        if (simulators.pod().isPresent()) {
            thread = Thread.ofVirtual().name("share").start(this::run);
        }
    }

    void end(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    void count() {
        try {
            size();
            isSilent = false;
        } catch (RuntimeException e) {
            if (!isSilent) {
                Log.warnf(
                        "How many simulators share the nodes is not told, %d are assumed: %s",
                        present.replicas(), e.getMessage());
            }
            isSilent = true;
        }
    }

    private void run() {
        do {
            count();
        } while (rested());
    }

    private synchronized Size taken(Size size) {
        Shard now = new Shard(present.ordinal(), size.replicas());
        if (!now.equals(present)) {
            Log.infof(
                    "%d simulators share the nodes, before %d; this one has ordinal %d",
                    now.replicas(), present.replicas(), now.ordinal());
            present = now;
        }
        return size;
    }

    private boolean rested() {
        try {
            Thread.sleep(countEvery);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
