package io.hotfleet.clusternode.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Nodes that come into their fleet by themselves, and go out of it.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("nodes")
class ScaledNodesTest {
    @TempDir
    private Path disk;

    private final FakePatchService patch = new FakePatchService();
    private TestCluster cluster;

    @AfterEach
    void end() {
        cluster.close();
        patch.close();
    }

    @Test
    void aNodeThatIsScaledInTakesItselfOutOfItsFleet() {
        cluster = cluster(Map.of());
        cluster.pod.wanted = OptionalInt.of(2);

        cluster.node("sql-2").stop();

        assertThat(patch.left).containsExactly("sql-2");
        assertThat(patch.reports).isEmpty();
        cluster.await(
                "two votes are left", () -> cluster.shown("sql-0").voters().equals(Set.of("sql-0", "sql-1")));
    }

    @Test
    void itAsksAgainWherePatchServiceDoesNotAnswerAsItShould() {
        cluster = cluster(Map.of());
        cluster.pod.wanted = OptionalInt.of(2);
        patch.refusesLeaves.set(2);

        cluster.node("sql-2").stop();

        assertThat(patch.left).containsExactly("sql-2");
    }

    @Test
    void itGoesInAnyCase() {
        cluster = cluster(Map.of("hotfleet.host.drain", "200ms"));
        cluster.pod.wanted = OptionalInt.of(2);
        patch.refusesLeaves.set(Integer.MAX_VALUE);

        cluster.node("sql-2").stop();

        assertThat(patch.left).isEmpty();
        assertThat(cluster.isUp("sql-2")).isFalse();
    }

    @Test
    void aNodeThatIsScaledInWhileItIsToRestartLeavesFirst() {
        cluster = cluster(Map.of("hotfleet.host.install", "300ms"));
        cluster.pod.wanted = OptionalInt.of(2);
        patch.refusesLeaves.set(20);
        patch.order("sql-2", "KB5050009", "CUMULATIVE", true);
        cluster.await("it is laying files", () -> cluster.shown("sql-2").phase().equals("patching"));

        cluster.node("sql-2").stop();

        assertThat(patch.left).containsExactly("sql-2");
        assertThat(cluster.restarts("sql-2")).isZero();
    }

    @Test
    void theOwnerTakesOutANodeThatWasDownWhenItWasScaledIn() throws IOException {
        cluster = cluster(Map.of("hotfleet.host.cluster", "sql"));
        for (String node : List.of("sql-0", "sql-1", "sql-2", "sqlx-7")) {
            JsonNode golden = golden("machines.json").at("/items/0");
            patch.known.put(node, ((ObjectNode) golden.deepCopy()).put("machine", node));
        }
        cluster.kill("sql-2");

        cluster.pod.wanted = OptionalInt.of(2);

        cluster.await("its machine is out", () -> patch.left.equals(List.of("sql-2")));
        cluster.await("its vote has left", () -> cluster.shown("sql-0").voters().equals(Set.of("sql-0", "sql-1")));
        assertThat(cluster.owner()).isPresent();
    }

    @Test
    void aNodeThatItsFleetDoesNotKnowEntersItselfAndIsBroughtUpToDate() throws IOException {
        cluster = cluster(Map.of("hotfleet.host.cluster", "sql"));
        patch.strangers.add("sql-3");

        cluster.start("sql-3");

        cluster.await("it is heard", () -> patch.alive.contains("sql-3"));
        JsonNode entered = patch.entered.getFirst();
        assertThat(patch.entered).hasSize(1);
        assertThat(entered.toString())
                .isEqualTo("{\"machine\":\"sql-3\",\"product\":\"windows-server-2025\",\"kb\":\"KB5046617\","
                        + "\"cluster\":\"sql\"}");
        assertThat(fields(golden("put-machines.json").get(0))).containsAll(fields(entered));

        patch.order("sql-3", "KB5050009", "CUMULATIVE", true);
        cluster.await("it reports", () -> !patch.reports.isEmpty());

        assertThat(patch.reports.getFirst().get("outcome").asText()).isEqualTo("RESTARTED");
        assertThat(patch.reports.getFirst().get("seq").asInt()).isEqualTo(1);
        assertThat(cluster.shown("sql-3").kb()).isEqualTo("KB5050009");
    }

    /// Its machine is lost, or its pod moved to another one.
    @Test
    void aNodeWithoutNotesGoesOnAfterItsLastReport() throws IOException {
        JsonNode golden = golden("machines.json").at("/items/0");
        patch.known.put("sql-2", ((ObjectNode) golden.deepCopy()).put("machine", "sql-2"));

        cluster = cluster(Map.of("hotfleet.host.cluster", "sql"));

        assertThat(cluster.shown("sql-2").kb()).isEqualTo(golden.get("kb").asText());
        assertThat(cluster.shown("sql-2").onTrack()).isTrue();
        assertThat(cluster.shown("sql-1").kb()).isEqualTo("KB5046617");
        assertThat(patch.entered).isEmpty();

        patch.order("sql-2", "KB5073379", "CUMULATIVE", true);
        cluster.await("it reports", () -> !patch.reports.isEmpty());

        assertThat(patch.reports.getFirst().get("seq").asInt())
                .isEqualTo(golden.get("seq").asInt() + 1);
    }

    /// Its container ended, not its machine: it enters with what it has.
    @Test
    void aNodeThatItsFleetForgotEntersItselfAsItStarts() {
        cluster = cluster(Map.of("hotfleet.host.cluster", "sql"));
        patch.order("sql-1", "KB5050009", "CUMULATIVE", true);
        cluster.await("it reports", () -> !patch.reports.isEmpty());
        patch.strangers.add("sql-1");

        cluster.kill("sql-1");
        cluster.start("sql-1");

        cluster.await("it entered", () -> !patch.entered.isEmpty());
        assertThat(patch.entered.getFirst().get("kb").asText()).isEqualTo("KB5050009");
    }

    @Test
    void withoutAClusterSomebodyElseHasToEnterIt() {
        cluster = cluster(Map.of());
        patch.strangers.add("sql-3");

        cluster.start("sql-3");

        cluster.await("it is heard three times", () -> patch.refusedBeats.get() >= 3);
        assertThat(patch.entered).isEmpty();
    }

    @Test
    void whoWasTakenOutBySomebodyDoesNotComeInAgain() {
        cluster = cluster(Map.of("hotfleet.host.cluster", "sql"));
        cluster.await("it is known", () -> patch.alive.contains("sql-1"));

        patch.strangers.add("sql-1");

        cluster.await("it is heard three times", () -> patch.refusedBeats.get() >= 3);
        assertThat(patch.entered).isEmpty();
    }

    private TestCluster cluster(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("hotfleet.host.patch-url", patch.address().toString());
        all.put("hotfleet.host.fleet", "f");
        return TestCluster.ofThree(disk, all);
    }

    private static List<String> fields(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode golden(String name) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(Path.of("../contract/patch", name)));
    }
}
