package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the live half takes and answers, as `contract/` has it.
@QuarkusTest
class LiveContractTest extends LiveTest {
    private static final Duration TO_THE_BASELINE = Duration.ofSeconds(22);

    @BeforeEach
    void enter() throws IOException {
        fleet = new LiveFleetDriver(golden("put-live-fleet.json")).cluster("sql-c", 3, "null");
        Api.post(fleet.path("/heartbeats"), golden("heartbeats.json")).ok();
    }

    @Test
    void theSameBodyAgainIsANoOpAndAnotherAConflict() throws IOException {
        String body = golden("put-live-fleet.json");

        assertThat(Api.put(fleet.path(""), body).ok().get("created").asBoolean())
                .isFalse();
        assertThat(Api.put(fleet.path(""), body.replace("58400", "1")).status()).isEqualTo(409);
    }

    @Test
    void rolloutsLookAsTheContractSays() throws IOException {
        long term = terms.begin("test");
        clock.move(TO_THE_BASELINE);
        Api.post(fleet.path("/heartbeats"), golden("heartbeats.json")).ok();

        controller.reconcile(term);
        controller.reconcile(term);

        JsonNode rollout =
                Api.get(fleet.path("/rollouts?state=HELD")).get("items").get(0);
        JsonNode unit = Api.get(fleet.path("/rollouts/" + rollout.get("id").asText() + "/units"))
                .get("items")
                .get(0);
        JsonNode told = Api.tree(golden("rollout.json"));
        assertThat(names(rollout)).isEqualTo(names(told));
        assertThat(names(rollout.get("rings").get(0)))
                .isEqualTo(names(told.get("rings").get(0)));
        assertThat(rollout.get("reason")).isEqualTo(told.get("reason"));
        assertThat(names(unit)).isEqualTo(names(Api.tree(golden("rollout-unit.json"))));
        assertThat(names(Api.get("leader"))).isEqualTo(names(Api.tree(golden("leader.json"))));
    }

    @Test
    void theClockRunsAsItWasTold() {
        clock.move(Duration.ofSeconds(45));

        assertThat(at()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z").plusSeconds(45 * 58_400));
    }

    @Test
    void aChangedPaceHoldsFromNowOn() throws IOException {
        clock.move(Duration.ofSeconds(45));
        Instant before = at();

        Api.put(fleet.path("/clock"), golden("clock.json")).ok();
        clock.move(Duration.ofSeconds(10));

        assertThat(at()).isEqualTo(before.plusSeconds(10));
        assertThat(Api.put(fleet.path("/clock"), "{\"factor\": -1}").status()).isEqualTo(400);
    }

    @Test
    void heartbeatsNameMachinesOfTheFleet() {
        assertThat(Api.post(fleet.path("/heartbeats"), "[{\"machine\": \"nobody\"}]")
                        .status())
                .isEqualTo(422);
        assertThat(Api.post(fleet.path("/heartbeats"), "[{}]").status()).isEqualTo(400);
    }

    @Test
    void aRehearsalHasNoClock() {
        Api.Answer answer = Api.put("fleets/no-clock", """
                {"strategy": "HOTPATCH", "from": "2025-01", "to": "2025-12", "clock": {"factor": 2}}""");

        assertThat(answer.status()).isEqualTo(400);
    }

    private Instant at() {
        return Instant.parse(Api.get(fleet.path("/clock")).get("at").asText());
    }

    private static String golden(String name) throws IOException {
        return Files.readString(Path.of("../contract/patch", name));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
