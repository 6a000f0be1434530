package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Api.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What joins and leaves answer, and what is answered to those who have left.
@QuarkusTest
class MembershipTest extends LiveTest {
    private static final String FLEET = """
            {"strategy": "%s", "clock": {"at": "%s"}, "heartbeatSeconds": %s}""";
    private static final String JANUARY = "2025-01-14T18:00:00Z";
    private static final String FEBRUARY = "2025-02-12T18:00:00Z";
    private static final String REHEARSAL = "fleets/membership-rehearsal";
    private static final String NODE = """
            [{"machine": "%s", "product": "windows-server-2025", "kb": "%s", "cluster": "%s"}]""";

    @BeforeEach
    void enter() {
        fleet = new LiveFleetDriver(FLEET.formatted("CUMULATIVE", JANUARY, "180")).cluster("sql", 3, "null");
    }

    @AfterEach
    void remove() {
        Api.call("DELETE", REHEARSAL, null);
    }

    @Test
    void aJoinThatIsRepeatedIsANoOpAndAnotherBodyAConflict() {
        JsonNode joined = enter("sql-4", "KB5048667", "sql").ok();
        JsonNode again = enter("sql-4", "KB5048667", "sql").ok();
        Answer other = enter("sql-4", "KB5046617", "sql");

        assertThat(joined.get("created").asInt()).isEqualTo(1);
        assertThat(again.get("unchanged").asInt()).isEqualTo(1);
        assertThat(other.status()).isEqualTo(409);
        assertThat(machines()).isEqualTo(4);
    }

    @Test
    void aLeaveThatIsRepeatedIsANoOp() {
        assertThat(List.of(fleet.leave("sql-3"), fleet.leave("sql-3"), fleet.leave("nobody")))
                .containsOnly(204);
        assertThat(machines()).isEqualTo(2);
    }

    /// What a cluster was entered with is the body that may be repeated; its nodes are another matter.
    @Test
    void aClusterThatIsEnteredAgainKeepsTheNodesThatItHas() {
        enter("sql-4", "KB5048667", "sql").ok();
        fleet.leave("sql-3");

        Answer same = cluster("sql", List.of("sql-1", "sql-2", "sql-3"));
        Answer other = cluster("sql", List.of("sql-1", "sql-2", "sql-4"));

        assertThat(same.ok().get("unchanged").asInt()).isEqualTo(1);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().get("detail").asText()).contains("join and leave as machines");
        assertThat(machines()).isEqualTo(3);
    }

    /// It would hold its vote for ever.
    @Test
    void aNodeThatNeverCameMayLeaveToo() {
        cluster("web", List.of("web-1", "web-2")).ok();
        enter("web-1", "KB5048667", "web").ok();

        assertThat(fleet.leave("web-2")).isEqualTo(204);
        enter("web-2", "KB5048667", "web").ok();
        assertThat(machines()).isEqualTo(5);
    }

    @Test
    void refusesWhatIsWrong() {
        List<String> many = IntStream.range(0, 64).mapToObj(i -> "n-" + i).toList();
        cluster("large", many).ok();
        Api.put(REHEARSAL, "{\"strategy\": \"HOTPATCH\", \"from\": \"2025-01\", \"to\": \"2025-12\"}")
                .ok();
        Api.put(REHEARSAL + "/clusters", "[{\"cluster\": \"sql\", \"nodes\": [\"sql-1\"]}]")
                .ok();

        Answer tooMany = enter("n-64", "KB5048667", "large");
        Answer noCluster = enter("n-64", "KB5048667", "none");
        Answer joining = Api.put(REHEARSAL + "/machines", NODE.formatted("sql-2", "KB5048667", "sql"));
        Answer leaving = Api.call("DELETE", REHEARSAL + "/machines/sql-1", null);
        Answer nowhere = Api.call("DELETE", "fleets/nowhere/machines/sql-1", null);

        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(noCluster.status()).isEqualTo(422);
        assertThat(List.of(type(joining), type(leaving))).containsOnly("urn:hotfleet:problem:not-live");
        assertThat(nowhere.status()).isEqualTo(404);
    }

    @Test
    void lateReportsAreStaleAndKeepNobodyElsesFromBeingTaken() {
        JsonNode command = round().getFirst();
        String gone = command.get("machine").asText();
        fleet.leave(gone);

        JsonNode taken = Api.post(fleet.path("/reports"), """
                [{"machine": "%s", "seq": 1, "command": %s, "kb": %s, "outcome": "RESTARTED", "downSeconds": 8},
                 {"machine": "sql-2", "seq": 1, "outcome": "ONLINE"}]""".formatted(gone, command.get("id"), command.get("kb")))
                .ok();
        Answer nobodys =
                Api.post(fleet.path("/reports"), "[{\"machine\": \"nobody\", \"seq\": 1, \"outcome\": \"ONLINE\"}]");

        assertThat(taken.toString()).isEqualTo("{\"received\":2,\"applied\":1,\"stale\":1}");
        assertThat(type(nobodys)).isEqualTo("urn:hotfleet:problem:unknown-machine");
        assertThat(Api.get(fleet.path("/summary")).get("restarts").asInt()).isZero();
    }

    @Test
    void aHeartbeatOfOneThatHasLeftKeepsNobodyElseFromBeingHeard() {
        fleet.leave("sql-1");
        clock.move(Duration.ofMinutes(2));

        Answer answer = beats(List.of("sql-1", "sql-2", "sql-3"));
        clock.move(Duration.ofMinutes(2));
        controller.reconcile(term);

        assertThat(type(answer)).isEqualTo("urn:hotfleet:problem:unknown-machine");
        assertThat(answer.body().get("errors").toString())
                .isEqualTo("[{\"pointer\":\"/0/machine\",\"detail\":\"the fleet has no machine 'sql-1'\"}]");
        assertThat(fleet.machines().valueStream().map(machine -> machine.get("online")
                        .asBoolean()))
                .containsExactly(true, true);
    }

    @Test
    void entitlementsOfOneThatHasLeftKeepNobodyElseFromHavingTheirs() {
        fleet.leave("sql-1");

        fleet.entitled(List.of("sql-1", "sql-2", "sql-3"));
        enter("sql-1", "KB5048667", "sql").ok();

        assertThat(fleet.machines().valueStream().map(machine -> machine.get("gates")
                        .toString()))
                .containsExactly("[\"LICENCE\"]", "[]", "[]");
    }

    static Stream<Arguments> newcomers() {
        return Stream.of(
                argumentSet("what a node has when it is new", "KB5046617", true, "KB5051987 CUMULATIVE BASELINE"),
                argumentSet("the baseline of the quarter", "KB5050009", true, "KB5052105 HOTPATCH HOTPATCH"),
                argumentSet("the baseline, no entitlement", "KB5050009", false, "KB5051987 CUMULATIVE LICENCE"));
    }

    /// February 2025, a month for hotpatches.
    @ParameterizedTest
    @MethodSource("newcomers")
    void aNewcomerIsOfferedWhatItLacks(String kb, boolean entitled, String expected) {
        fleet.remove();
        fleet = new LiveFleetDriver(FLEET.formatted("HOTPATCH", FEBRUARY, "null"));
        cluster("sql", List.of("sql-1")).ok();
        enter("sql-1", "KB5052105", "sql").ok();
        assertThat(round()).isEmpty();

        enter("sql-2", kb, "sql").ok();
        fleet.entitled(entitled ? List.of("sql-1", "sql-2") : List.of("sql-1"));
        List<JsonNode> commands = round();
        commands.forEach(fleet::done);

        assertThat(commands).singleElement().satisfies(command -> assertThat("%s %s %s"
                        .formatted(
                                command.get("kb").asText(),
                                command.get("package").asText(),
                                command.get("reason").asText()))
                .isEqualTo(expected));
        assertThat(round()).isEmpty();
    }

    @Test
    void joinsLeavesReportsAndRoundsMayMeet() throws InterruptedException {
        List<Thread> others = new ArrayList<>();
        for (String name : List.of("sql-4", "sql-5", "sql-6", "sql-7")) {
            others.add(Thread.startVirtualThread(() -> enter(name, "KB5048667", "sql")));
        }
        for (String name : List.of("sql-1", "sql-2")) {
            others.add(Thread.startVirtualThread(() -> Api.call("DELETE", fleet.path("/machines/" + name), null)));
        }
        beatAndAnswer(10);
        for (Thread other : others) {
            other.join();
        }

        beatAndAnswer(10);

        JsonNode rollout = Api.get(fleet.path("/rollouts"))
                .get("items")
                .valueStream()
                .toList()
                .getLast();
        assertThat(names()).containsExactly("sql-3", "sql-4", "sql-5", "sql-6", "sql-7");
        assertThat(rollout.get("done").asInt()).isEqualTo(5);
        assertThat(rollout.get("machines").asInt()).isEqualTo(5);
        assertThat(rollout.get("state").asText()).isEqualTo("FINISHED");
    }

    private void beatAndAnswer(int rounds) {
        for (int i = 0; i < rounds; i++) {
            // one of them may leave at this very moment
            beats(names());
            List<JsonNode> commands = round();
            assertThat(commands).hasSizeLessThanOrEqualTo(1);
            commands.forEach(fleet::done);
        }
    }

    private List<JsonNode> round() {
        clock.move(Duration.ofMinutes(1));
        controller.reconcile(term);
        return fleet.commands();
    }

    private Answer beats(List<String> names) {
        return Api.post(
                fleet.path("/heartbeats"),
                names.stream().map(name -> Map.of("machine", name)).toList());
    }

    private Answer enter(String machine, String kb, String cluster) {
        return Api.put(fleet.path("/machines"), NODE.formatted(machine, kb, cluster));
    }

    private Answer cluster(String name, List<String> nodes) {
        return Api.put(fleet.path("/clusters"), """
                [{"cluster": "%s", "witness": "none", "window": null, "nodes": %s}]""".formatted(name, Api.text(nodes)));
    }

    private int machines() {
        return fleet.machines().size();
    }

    private List<String> names() {
        return fleet.machines()
                .valueStream()
                .map(machine -> machine.get("machine").asText())
                .toList();
    }

    private static String type(Answer answer) {
        return answer.body().get("type").asText();
    }
}
