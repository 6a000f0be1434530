package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.rollout.RolloutState.Held;
import io.hotfleet.patch.rollout.RolloutState.Running;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against Fabric8's own server, which keeps what it is given.
@EnableKubernetesMockClient(crud = true)
class KubernetesEventsTest {
    private static final Rollout APRIL = Rollout.begun(
            Rollout.Key.of("windows-server-2025", YearMonth.of(2025, 4)), 29_000_000, new Running(), 29_000_001);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T20:00:00Z"), ZoneOffset.UTC);

    KubernetesClient kubernetes;
    private KubernetesEvents events;

    /// In the namespace `hotfleet`, about the Deployment `patch-service`.
    private record Fixed() implements EventConfig {
        @Override
        public Kubernetes kubernetes() {
            return Kubernetes.ON;
        }

        @Override
        public String deployment() {
            return "patch-service";
        }

        @Override
        public String instance() {
            return "patch-service-1";
        }

        @Override
        public Optional<String> namespace() {
            return Optional.of("hotfleet");
        }
    }

    @BeforeEach
    void connect() {
        events = new KubernetesEvents(kubernetes, CLOCK, new Fixed());
    }

    @Test
    void aHeldRolloutIsAWarningOnTheDeployment() {
        Rollout held =
                APRIL.with(new Held("sql-c-2 is down; a node goes down only while all others are up"), 29_000_002);

        events.create(RolloutEvent.changed(new FleetId("demo-c"), held));

        assertThat(listed()).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getReason()).isEqualTo("RolloutHeld");
            assertThat(event.getNote())
                    .isEqualTo("2025-04-windows-server-2025 of fleet demo-c held: sql-c-2 is down;"
                            + " a node goes down only while all others are up");
            assertThat(event.getRegarding().getKind() + "/"
                            + event.getRegarding().getName())
                    .isEqualTo("Deployment/patch-service");
            assertThat(event.getEventTime().getTime()).isEqualTo("2026-11-23T20:00:00.000000Z");
        });
    }

    @Test
    void whatIsToldTwiceIsOneEvent() {
        RolloutEvent started = RolloutEvent.started(new FleetId("demo-c"), APRIL);

        events.create(started);
        events.create(started);

        assertThat(listed()).hasSize(1);
    }

    @Test
    void eachTurnIsAnEventOfItsOwn() {
        events.create(RolloutEvent.started(new FleetId("demo-c"), APRIL));
        events.create(
                RolloutEvent.changed(new FleetId("demo-c"), APRIL.with(new RolloutState.Finished(null), 29_000_009)));

        assertThat(listed())
                .extracting(Event::getReason)
                .containsExactlyInAnyOrder("RolloutStarted", "RolloutFinished");
    }

    private List<Event> listed() {
        return kubernetes.events().v1().events().inNamespace("hotfleet").list().getItems();
    }
}
