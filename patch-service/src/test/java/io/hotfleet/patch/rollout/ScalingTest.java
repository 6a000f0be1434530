package io.hotfleet.patch.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nodes join and leave while January's baseline of 2025 rolls out.
@QuarkusTest
class ScalingTest extends LiveTest {
    private static final String FLEET = """
            {"strategy": "CUMULATIVE", "clock": {"at": "2025-01-14T18:00:00Z"}, "policy": %s, "heartbeatSeconds": %s}""";
    private static final String JANUARY = "/rollouts/2025-01-windows-server-2025";
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final List<String> restarted = new ArrayList<>();

    @Test
    void aClusterOfThreeGrowsToFiveAndShrinksToTwo() {
        fleet = fleet("null", "null").cluster("sql", 3, "null");
        JsonNode first = onlyCommand();

        fleet.machines("sql", List.of("sql-4", "sql-5"));
        assertThat(round()).as("while %s restarts", first).isEmpty();
        assertThat(state()).isEqualTo("RUNNING 0 of 5");
        done(first);
        done(onlyCommand());
        JsonNode third = onlyCommand();
        List<Integer> left =
                Stream.of("sql-5", "sql-4", "sql-3").map(fleet::leave).toList();

        assertThat(third.get("machine").asText()).isEqualTo("sql-5");
        assertThat(left).containsOnly(204);
        assertThat(state()).isEqualTo("RUNNING 1 of 2");
        done(onlyCommand());
        assertThat(round()).isEmpty();
        assertThat(state()).isEqualTo("FINISHED 2 of 2");
        assertThat(restarted).containsExactly("sql-1", "sql-4", "sql-2");
        assertThat(names(fleet.machines(), "machine")).containsExactly("sql-1", "sql-2");
    }

    @Test
    void whoeverHoldsTheOnlyCommandMayLeave() {
        fleet = fleet("null", "null").cluster("sql", 3, "null");
        JsonNode command = onlyCommand();

        fleet.leave("sql-1");

        assertThat(Api.get(fleet.path("/changes")).get("items")).isEmpty();
        assertThat(onlyCommand().get("machine").asText())
                .as("two of the three roles are on sql-2 now")
                .isEqualTo("sql-3");
        assertThat(unit().get("installing").asText()).isEqualTo("sql-3");
        assertThat(unit().get("machines").asInt()).isEqualTo(2);
        assertThat(command.get("machine").asText()).isEqualTo("sql-1");
    }

    @Test
    void aHeldRolloutResumesWhenTheDownNodeLeaves() {
        fleet = fleet("null", "180").cluster("sql", 3, "null");
        clock.move(A_WHILE);
        fleet.beat("sql-1", "sql-3");
        round();
        controller.reconcile(term);
        String held = state();
        fleet.beat("sql-1", "sql-3");

        fleet.leave("sql-2");
        JsonNode command = onlyCommand();
        controller.reconcile(term);

        assertThat(held).isEqualTo("HELD 0 of 3");
        assertThat(command.get("machine").asText()).isEqualTo("sql-3");
        assertThat(state()).isEqualTo("RUNNING 0 of 2");
        assertThat(unit().get("down").asInt()).isZero();
        assertThat(unit().get("held").isNull()).isTrue();
    }

    @Test
    void theLastNodeLeavesAnEmptyClusterThatAnotherBeginsAnew() {
        fleet = fleet("null", "null").cluster("sql", 2, "null");
        onlyCommand();

        List.of("sql-1", "sql-2").forEach(fleet::leave);
        round();
        String empty = state();
        Api.call("POST", fleet.path("/rollouts/2025-01-windows-server-2025/pause"), null);
        fleet.machines("sql", List.of("sql-1"));
        done(onlyCommand());

        assertThat(empty).isEqualTo("FINISHED 0 of 0");
        assertThat(fleet.machines()).singleElement().satisfies(machine -> {
            assertThat(machine.get("kb").asText()).isEqualTo("KB5050009");
            assertThat(machine.get("restarts").asInt()).isEqualTo(1);
            assertThat(machine.get("seq").asInt()).isEqualTo(1);
        });
    }

    /// It would be found due, and nobody would know it.
    @Test
    void anEmptyClusterKeepsNoRoundFromGoingOn() {
        fleet = fleet("null", "null").cluster("sql", 1, "null").machines(null, List.of("web"));
        round();
        fleet.leave("sql-1");
        Api.call("POST", fleet.path(JANUARY + "/pause"), null).ok();
        Api.call("POST", fleet.path(JANUARY + "/resume"), null).ok();

        round();

        assertThat(fleet.leave("web")).isEqualTo(204);
        round();
        assertThat(state()).isEqualTo("FINISHED 0 of 0");
    }

    @Test
    void aNameThatComesBackIsANewMachine() {
        fleet = fleet("null", "null").cluster("sql", 3, "null");
        JsonNode first = onlyCommand();
        done(first);
        String machine = first.get("machine").asText();

        fleet.leave(machine);
        fleet.machines("sql", List.of(machine));
        String back = state();
        done(onlyCommand());
        done(onlyCommand());
        done(onlyCommand());
        round();

        assertThat(back).isEqualTo("RUNNING 0 of 3");
        assertThat(state()).isEqualTo("FINISHED 3 of 3");
        assertThat(restarted).containsExactly("sql-1", "sql-1", "sql-2", "sql-3");
        assertThat(Api.get(fleet.path("/summary")).get("restarts").asInt()).isEqualTo(4);
    }

    /// Who has left has not undone what it did.
    @Test
    void figuresKeepWhatHappened() {
        fleet = fleet("null", "null").cluster("sql", 3, "null");
        done(onlyCommand());

        fleet.leave("sql-1");
        JsonNode summary = Api.get(fleet.path("/summary"));

        JsonNode month = summary.get("months")
                .valueStream()
                .filter(one -> one.get("month").asText().equals("2025-01"))
                .findFirst()
                .orElseThrow();
        assertThat(summary.get("restarts").asInt()).isEqualTo(1);
        assertThat(summary.get("restartsPerServer").get("max").asInt()).isZero();
        assertThat(summary.get("quorumLosses").asInt()).isZero();
        assertThat(month.get("restarted").asInt()).isEqualTo(1);
        assertThat(month.get("pending").asInt()).isEqualTo(2);
        assertThat(summary.get("clusters").get(0).get("nodes").asInt()).isEqualTo(2);
        assertThat(summary.get("clusters").get(0).get("restarts").asInt()).isEqualTo(1);
    }

    @Test
    void aNodeWithoutCoordinationJoinsAndLeavesByItself() {
        fleet = fleet("{\"coordination\": \"none\"}", "null").cluster("sql", 2, "null");
        List<JsonNode> two = round();

        fleet.machines("sql", List.of("sql-3"));
        fleet.leave("sql-1");
        List<JsonNode> one = round();
        two.stream()
                .filter(command -> !command.get("machine").asText().equals("sql-1"))
                .forEach(fleet::done);
        one.forEach(fleet::done);
        round();

        assertThat(two).hasSize(2);
        assertThat(names(one, "machine")).containsExactly("sql-3");
        assertThat(state()).isEqualTo("FINISHED 2 of 2");
    }

    /// The canaries' ring waits for nobody who has left.
    @Test
    void theNextRingOpensWhenTheLastUnsettledUnitOfTheOneBeforeLeaves() {
        fleet = fleet("{\"rings\": [{\"sharePercent\": 30}, {\"sharePercent\": 100}]}", "null")
                .machines(null, List.of("a", "b", "c", "d", "e", "f"));
        List<JsonNode> canaries = round();
        done(canaries.getFirst());
        assertThat(round()).isEmpty();

        fleet.leave(canaries.getLast().get("machine").asText());
        List<JsonNode> others =
                Stream.of(round(), round()).flatMap(List::stream).toList();

        assertThat(canaries).hasSize(2);
        assertThat(others).isNotEmpty();
        assertThat(Stream.iterate(others, next -> !next.isEmpty(), next -> {
                            next.forEach(this::done);
                            return Stream.of(round(), round())
                                    .flatMap(List::stream)
                                    .toList();
                        })
                        .count())
                .isLessThan(5);
        assertThat(state()).isEqualTo("FINISHED 5 of 5");
    }

    private static LiveFleetDriver fleet(String policy, String heartbeatSeconds) {
        return new LiveFleetDriver(FLEET.formatted(policy, heartbeatSeconds));
    }

    /// A while later; at most one node of a cluster is down.
    private List<JsonNode> round() {
        clock.move(A_WHILE);
        controller.reconcile(term);
        return fleet.commands();
    }

    private JsonNode onlyCommand() {
        List<JsonNode> commands = round();
        assertThat(commands).hasSize(1);
        assertThat(Api.get(fleet.path("/changes")).get("items"))
                .as("down at once")
                .hasSize(1);
        return commands.getFirst();
    }

    private void done(JsonNode command) {
        fleet.done(command);
        restarted.add(command.get("machine").asText());
    }

    private String state() {
        JsonNode rollout = Api.get(fleet.path(JANUARY));
        return "%s %d of %d"
                .formatted(
                        rollout.get("state").asText(),
                        rollout.get("done").asInt(),
                        rollout.get("machines").asInt());
    }

    private JsonNode unit() {
        return Api.get(fleet.path(JANUARY + "/units")).get("items").get(0);
    }

    private static List<String> names(Iterable<JsonNode> items, String field) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(item.get(field).asText()));
        return names;
    }
}
