package io.hotfleet.simulator.fleet.sharding;

import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Finds out who counts the simulators.
final class SimulatorsProducer {
    private static final String IN_KUBERNETES = "KUBERNETES_SERVICE_HOST";

    private final ShardingConfig config;

    SimulatorsProducer(ShardingConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Simulators simulators(Instance<KubernetesClient> kubernetes) {
        Optional<PodName> pod = PodName.of(config.pod());
        return switch (config.by()) {
            case NOBODY -> Simulators.ONE;
            case STATEFUL_SET ->
                new StatefulSimulators(
                        kubernetes.get(),
                        pod.orElseThrow(() -> new IllegalStateException("hotfleet.share.pod is '" + config.pod()
                                + "'; a name that ends in -0, -1, … is accepted")));
            case AUTO ->
                System.getenv(IN_KUBERNETES) == null || pod.isEmpty()
                        ? Simulators.ONE
                        : new StatefulSimulators(kubernetes.get(), pod.get());
        };
    }
}
