package io.hotfleet.simulator.fleet.sharding;

import java.util.Optional;

/// A StatefulSet in memory, whose API can fall silent.
final class FakeSimulators implements Simulators {
    private final PodName pod;
    private int replicas;
    private boolean silent;

    FakeSimulators(int ordinal, int replicas) {
        this.pod = new PodName("node-simulator", ordinal);
        this.replicas = replicas;
    }

    void fallSilent() {
        silent = true;
    }

    void speakAgain() {
        silent = false;
    }

    /// By another hand.
    void become(int number) {
        replicas = number;
    }

    @Override
    public Optional<PodName> pod() {
        return Optional.of(pod);
    }

    @Override
    public Size size() {
        if (silent) {
            throw new KubernetesUnavailable("no answer");
        }
        return new Size(replicas, replicas);
    }

    @Override
    public Size scale(int number) {
        replicas = number;
        return size();
    }
}
