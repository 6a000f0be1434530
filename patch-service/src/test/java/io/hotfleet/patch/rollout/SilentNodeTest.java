package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Api.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A node that is silent while it has a command to answer.
@QuarkusTest
class SilentNodeTest extends LiveTest {
    private static final String FLEET = """
            {"strategy": "CUMULATIVE", "clock": {"at": "2025-01-14T17:00:00Z"}, "heartbeatSeconds": 10,
             "rebootTimeoutSeconds": 60}""";
    private static final String JANUARY = "2025-01-windows-server-2025";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SILENCE = Duration.ofSeconds(11);

    @Test
    void aNodeThatDoesNotComeBackFromItsCommandHoldsTheRolloutUntilItIsHeardOf() {
        fleet = new LiveFleetDriver(FLEET).cluster("sql-c", 2, "null");
        clock.move(HOUR);
        JsonNode command = commanded();

        clock.move(SILENCE);
        fleet.beat("sql-c-2");
        controller.reconcile(term);
        String restarting = state();
        clock.move(MINUTE);
        fleet.beat("sql-c-2");
        JsonNode held = held();
        fleet.done(command);
        controller.reconcile(term);
        controller.reconcile(term);

        assertThat(restarting).isEqualTo("RUNNING 0");
        assertThat(held.get("reason").asText()).isEqualTo("sql-c-1 is down and has yet to answer for KB5050009");
        assertThat(held.get("state").asText()).isEqualTo("HELD");
        assertThat(unit().get("held").isNull()).isTrue();
        assertThat(state()).isEqualTo("RUNNING 1");
        clock.move(HOUR);
        assertThat(commanded().get("machine").asText()).isEqualTo("sql-c-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"heartbeatSeconds\": 10, \"rebootTimeoutSeconds\": 0", "\"rebootTimeoutSeconds\": 60"})
    void aTimeoutThatNobodyCouldKeepIsRefused(String fields) {
        Answer answer = Api.put("fleets/refused", "{\"strategy\": \"CUMULATIVE\", " + fields + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().findValuesAsText("pointer")).contains("/rebootTimeoutSeconds");
    }

    @Test
    void whoSaysThatItGoesHoldsTheRolloutAtOnce() {
        fleet = new LiveFleetDriver(FLEET).cluster("sql-c", 2, "null");
        clock.move(HOUR);
        commanded();
        fleet.gone("sql-c-1");

        JsonNode held = held();
        clock.move(SILENCE);
        fleet.beat("sql-c-1", "sql-c-2");
        controller.reconcile(term);
        controller.reconcile(term);

        assertThat(held.get("reason").asText()).startsWith("sql-c-1 is down and has yet to answer");
        assertThat(state()).isEqualTo("RUNNING 0");
    }

    private JsonNode commanded() {
        fleet.beat("sql-c-1", "sql-c-2");
        controller.reconcile(term);
        return fleet.commands().getFirst();
    }

    /// What is entered in one round is counted in the next.
    private JsonNode held() {
        controller.reconcile(term);
        controller.reconcile(term);
        return rollout();
    }

    private JsonNode unit() {
        return Api.get(fleet.path("/rollouts/" + JANUARY + "/units"))
                .get("items")
                .get(0);
    }

    private JsonNode rollout() {
        return Api.get(fleet.path("/rollouts/" + JANUARY));
    }

    private String state() {
        JsonNode rollout = rollout();
        return rollout.get("state").asText() + " " + rollout.get("done").asInt();
    }
}
