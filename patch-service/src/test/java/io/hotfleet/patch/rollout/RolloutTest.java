package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.leadership.TermEnded;
import io.hotfleet.patch.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// January 2025, an hour before its baseline appears.
@QuarkusTest
class RolloutTest extends LiveTest {
    private static final String FLEET = """
            {"strategy": "CUMULATIVE", "clock": {"at": "2025-01-14T17:00:00Z"}, "policy": %s, "heartbeatSeconds": %s}""";
    private static final String JANUARY = "2025-01-windows-server-2025";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SILENCE = Duration.ofSeconds(11);

    @Test
    void nobodyDecidesButTheLeader() {
        fleet = fleet("null", "null").machines(null, List.of("a"));
        clock.move(HOUR);

        List<JsonNode> before = fleet.commands();
        controller.reconcile(term);

        assertThat(before).isEmpty();
        assertThat(fleet.commands()).hasSize(1);
    }

    @Test
    void aFormerLeadersRoundChangesNothing() {
        fleet = fleet("null", "null").machines(null, List.of("a"));
        clock.move(HOUR);
        long former = term;
        long now = terms.begin("another");

        assertThatThrownBy(() -> controller.reconcile(former)).isInstanceOf(TermEnded.class);
        assertThat(fleet.commands()).isEmpty();
        assertThat(fleet.rollouts()).isEmpty();

        controller.reconcile(now);
        assertThat(fleet.commands()).hasSize(1);
    }

    @Test
    void aRoundThatIsRepeatedCommandsNothingTwice() {
        fleet = fleet("null", "null").machines(null, List.of("a", "b", "c"));
        clock.move(HOUR);

        controller.reconcile(term);
        controller.reconcile(term);
        controller.reconcile(terms.begin("another"));

        assertThat(fleet.commands()).hasSize(3);
    }

    @Test
    void aRolloutRunsAndEnds() {
        fleet = fleet("null", "null").machines(null, List.of("a", "b"));
        clock.move(HOUR);

        controller.reconcile(term);
        String begun = state();
        fleet.commands().forEach(fleet::done);
        controller.reconcile(term);

        assertThat(begun).isEqualTo("RUNNING 0 of 2");
        assertThat(state()).isEqualTo("FINISHED 2 of 2");
    }

    @Test
    void aClusterHoldsWhileANodeIsDownSaysWhyAndResumesByItself() {
        fleet = fleet("null", "10").cluster("sql-c", 3, "null");
        fleet.beat("sql-c-1", "sql-c-2", "sql-c-3");
        clock.move(HOUR);
        fleet.beat("sql-c-1", "sql-c-3");

        controller.reconcile(term);
        controller.reconcile(term);
        JsonNode held = rollout();
        JsonNode unit = unit();
        List<JsonNode> meanwhile = fleet.commands();
        fleet.beat("sql-c-1", "sql-c-2", "sql-c-3");
        controller.reconcile(term);
        controller.reconcile(term);

        assertThat(held.get("state").asText()).isEqualTo("HELD");
        assertThat(held.get("reason").asText())
                .isEqualTo("sql-c-2 is down; a node goes down only while all others are up");
        assertThat(unit.get("held")).isEqualTo(held.get("reason"));
        assertThat(unit.get("down").asInt()).isEqualTo(1);
        assertThat(meanwhile).isEmpty();
        assertThat(state()).isEqualTo("RUNNING 0 of 3");
        assertThat(fleet.commands()).hasSize(1);
    }

    /// It restarts, so it is silent; the others know.
    @Test
    void aNodeThatDoesWhatItWasToldMayBeSilent() {
        fleet = fleet("null", "10").cluster("sql-c", 3, "null");
        clock.move(HOUR);
        fleet.beat("sql-c-1", "sql-c-2", "sql-c-3");
        controller.reconcile(term);
        JsonNode command = fleet.commands().getFirst();

        clock.move(SILENCE);
        fleet.beat("sql-c-2", "sql-c-3");
        controller.reconcile(term);
        fleet.done(command);
        controller.reconcile(term);
        clock.move(Duration.ofMinutes(2));
        fleet.beat("sql-c-1", "sql-c-2", "sql-c-3");
        controller.reconcile(term);

        assertThat(fleet.commands()).singleElement().satisfies(next -> assertThat(next.get("machine"))
                .isNotEqualTo(command.get("machine")));
    }

    @Test
    void aPausedRolloutBeginsNothingUntilItIsResumed() {
        fleet = fleet("null", "null").cluster("c", 2, "null");
        clock.move(HOUR);
        controller.reconcile(term);
        JsonNode first = fleet.commands().getFirst();

        String paused = move("pause");
        String again = move("pause");
        fleet.done(first);
        clock.move(Duration.ofMinutes(2));
        controller.reconcile(term);
        List<JsonNode> meanwhile = fleet.commands();
        String resumed = move("resume");
        clock.move(Duration.ofMinutes(2));
        controller.reconcile(term);

        assertThat(List.of(paused, again, resumed)).containsExactly("PAUSED", "PAUSED", "RUNNING");
        assertThat(meanwhile).isEmpty();
        assertThat(fleet.commands()).hasSize(1);
    }

    @Test
    void anAbortedRolloutIsOver() {
        fleet = fleet("null", "null").cluster("c", 2, "null");
        clock.move(HOUR);
        controller.reconcile(term);
        fleet.commands().forEach(fleet::done);

        String aborted = move("abort");
        int resumed = Api.call("POST", fleet.path("/rollouts/" + JANUARY + "/resume"), null)
                .status();
        clock.move(Duration.ofMinutes(2));
        controller.reconcile(term);

        assertThat(aborted).isEqualTo("ABORTED");
        assertThat(resumed).isEqualTo(409);
        assertThat(fleet.commands()).isEmpty();
    }

    @Test
    void tooManyFailuresStopARolloutUntilSomebodyResumesIt() {
        fleet = fleet("{\"failureGate\": {\"number\": 1}}", "null").machines(null, List.of("a", "b", "c"));
        clock.move(HOUR);
        controller.reconcile(term);
        List<JsonNode> commands = fleet.commands();

        fleet.failed(commands.get(0));
        controller.reconcile(term);
        String borne = state();
        fleet.failed(commands.get(1));
        controller.reconcile(term);
        JsonNode stopped = rollout();
        clock.move(Duration.ofDays(1).plusMinutes(5));
        controller.reconcile(term);
        List<JsonNode> meanwhile = fleet.commands();
        move("resume");
        controller.reconcile(term);

        assertThat(borne).isEqualTo("RUNNING 0 of 3");
        assertThat(stopped.get("state").asText()).isEqualTo("STOPPED");
        assertThat(stopped.get("reason").asText()).isEqualTo("ring 0: 2 of 3 machines failed, at most 1 may");
        assertThat(meanwhile).isEmpty();
        assertThat(fleet.commands()).hasSize(2);
    }

    @Test
    void listsAreFiltered() {
        fleet = fleet("null", "null").machines(null, List.of("a"));
        clock.move(HOUR);
        controller.reconcile(term);

        assertThat(Api.get(fleet.path("/rollouts?state=RUNNING&month=2025-01")).get("items"))
                .hasSize(1);
        assertThat(Api.get(fleet.path("/rollouts?state=HELD")).get("items")).isEmpty();
        assertThat(Api.call("GET", fleet.path("/rollouts?state=ODD"), null).status())
                .isEqualTo(400);
        assertThat(Api.call("GET", fleet.path("/rollouts/2020-01-x"), null).status())
                .isEqualTo(404);
    }

    private static LiveFleetDriver fleet(String policy, String heartbeatSeconds) {
        return new LiveFleetDriver(FLEET.formatted(policy, heartbeatSeconds));
    }

    private JsonNode rollout() {
        return Api.get(fleet.path("/rollouts/" + JANUARY));
    }

    private JsonNode unit() {
        return Api.get(fleet.path("/rollouts/" + JANUARY + "/units"))
                .get("items")
                .get(0);
    }

    private String state() {
        JsonNode rollout = rollout();
        return "%s %d of %d"
                .formatted(
                        rollout.get("state").asText(),
                        rollout.get("done").asInt(),
                        rollout.get("machines").asInt());
    }

    private String move(String how) {
        return Api.call("POST", fleet.path("/rollouts/" + JANUARY + "/" + how), null)
                .ok()
                .get("state")
                .asText();
    }
}
