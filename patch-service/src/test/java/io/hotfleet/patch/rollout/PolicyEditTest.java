package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The leader keeps to what people have changed.
@QuarkusTest
class PolicyEditTest extends LiveTest {
    private static final String RINGS = """
            {"rings": [{"name": "first", "sharePercent": 50, "soakMinutes": 0},
                       {"name": "rest", "sharePercent": 100, "soakMinutes": 0}]}""";

    @BeforeEach
    void enter() {
        fleet = new LiveFleetDriver("{\"strategy\": \"CUMULATIVE\", \"clock\": {\"at\": \"2025-01-14T17:00:00Z\"}}")
                .machines(null, List.of("a", "b", "c", "d"));
        controller.reconcile(term);
    }

    @Test
    void ringsThatAreDealtLaterAreKeptTo() {
        Api.put(fleet.path("/policy"), RINGS).ok();
        clock.move(Duration.ofHours(1));

        controller.reconcile(term);
        List<JsonNode> first = fleet.commands();
        first.forEach(fleet::done);
        clock.move(Duration.ofMinutes(2));
        controller.reconcile(term);
        controller.reconcile(term);
        List<JsonNode> rest = fleet.commands();

        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(2);
    }

    @Test
    void oneRingAgainIsOpenToAll() {
        Api.put(fleet.path("/policy"), RINGS).ok();
        clock.move(Duration.ofHours(1));
        controller.reconcile(term);

        Api.put(fleet.path("/policy"), "{}").ok();
        controller.reconcile(term);

        assertThat(fleet.commands()).hasSize(4);
    }

    @Test
    void aWindowThatOpensLaterKeepsACluster() {
        fleet.cluster("k", 1, "null");
        clock.move(Duration.ofHours(1));
        Api.put(
                        fleet.path("/clusters/k/window"),
                        "{\"day\": \"saturday\", \"start\": \"22:00\", \"hours\": 6, \"zone\": \"UTC\"}")
                .ok();

        controller.reconcile(term);

        assertThat(fleet.commands())
                .extracting(command -> command.get("machine").asText())
                .containsExactlyInAnyOrder("a", "b", "c", "d");
    }
}
