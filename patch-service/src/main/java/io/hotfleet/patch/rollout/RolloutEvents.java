package io.hotfleet.patch.rollout;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Tells people what became of rollouts, after the commit: in the log, and in Kubernetes as Events.
@ApplicationScoped
class RolloutEvents {
    private static final String IN_KUBERNETES = "KUBERNETES_SERVICE_HOST";

    private final Optional<KubernetesEvents> kubernetesEvents;

    RolloutEvents(EventConfig config, Instance<KubernetesClient> kubernetes, Clock clock) {
        boolean on =
                switch (config.kubernetes()) {
                    case ON -> true;
                    case OFF -> false;
                    case AUTO -> System.getenv(IN_KUBERNETES) != null;
                };
        this.kubernetesEvents =
                on ? Optional.of(new KubernetesEvents(kubernetes.get(), clock, config)) : Optional.empty();
    }

    void publish(List<RolloutEvent> events) {
        for (RolloutEvent event : events) {
            Log.info(event.message());
            kubernetesEvents.ifPresent(sink -> sink.tell(event));
        }
    }
}
