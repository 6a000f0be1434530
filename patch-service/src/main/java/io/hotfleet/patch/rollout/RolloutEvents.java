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

    private final Optional<KubernetesEvents> events;

    RolloutEvents(EventConfig config, Instance<KubernetesClient> kubernetes, Clock clock) {
        boolean on =
                switch (config.kubernetes()) {
                    case ON -> true;
                    case OFF -> false;
                    case AUTO -> System.getenv(IN_KUBERNETES) != null;
                };
        this.events = on ? Optional.of(new KubernetesEvents(kubernetes.get(), clock, config)) : Optional.empty();
    }

    void announce(List<RolloutEvent> turns) {
        for (RolloutEvent turn : turns) {
            Log.info(turn.message());
            events.ifPresent(sink -> sink.tell(turn));
        }
    }
}
