package io.hotfleet.patch.rollout;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.hotfleet.patch.rollout.RolloutEvent.Kind;
import io.quarkus.logging.Log;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// Tells of rollouts as Kubernetes Events on the service's Deployment. A rollout waits for none of them.
final class KubernetesEvents {
    /// More are dropped, with a line in the log: Events are for people who look, the database is for keeps.
    private static final int IN_FLIGHT_MAX = 16;
    private static final int NOTE_CHARACTERS_MAX = 1_024;
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private final KubernetesClient kubernetes;
    private final Clock clock;
    private final String namespace;
    private final String deployment;
    private final String instance;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);

    KubernetesEvents(KubernetesClient kubernetes, Clock clock, EventConfig config) {
        this.kubernetes = kubernetes;
        this.clock = clock;
        this.namespace = config.namespace().orElseGet(kubernetes::getNamespace);
        this.deployment = config.deployment();
        this.instance = config.instance();
    }

    /// Returns at once.
    void tell(RolloutEvent event) {
        if (!inFlight.tryAcquire()) {
            Log.warnf("%d Events are on their way; dropped: %s", IN_FLIGHT_MAX, event.message());
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                create(event);
            } finally {
                inFlight.release();
            }
        });
    }

    /// The name follows from the event: telling it twice makes one Event.
    void create(RolloutEvent event) {
        try {
            kubernetes
                    .events()
                    .v1()
                    .events()
                    .inNamespace(namespace)
                    .resource(event(event))
                    .create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                Log.warnf("an Event is lost: %s", e.getMessage());
            }
        }
    }

    private Event event(RolloutEvent event) {
        String key = "%s\n%s\n%d".formatted(event.fleet(), event.rollout(), event.version());
        String name =
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
        String message = event.message();
        return new EventBuilder()
                .withNewMetadata()
                .withName("rollout-" + name)
                .withNamespace(namespace)
                .addToLabels("app.kubernetes.io/part-of", "hotfleet")
                .endMetadata()
                .withNewRegarding()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withName(deployment)
                .withNamespace(namespace)
                .endRegarding()
                .withType(event.kind() == Kind.HELD || event.kind() == Kind.STOPPED ? "Warning" : "Normal")
                .withReason("Rollout" + word(event.kind()))
                .withAction(word(event.kind()))
                .withNote(message.substring(0, Math.min(message.length(), NOTE_CHARACTERS_MAX)))
                .withEventTime(new MicroTime(MICROS.format(clock.instant().atOffset(ZoneOffset.UTC))))
                .withReportingController("hotfleet.io/patch-service")
                .withReportingInstance(instance)
                .build();
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case STARTED -> "Started";
            case HELD -> "Held";
            case RESUMED -> "Resumed";
            case PAUSED -> "Paused";
            case STOPPED -> "Failed";
            case FINISHED -> "Finished";
            case ABORTED -> "Aborted";
        };
    }
}
