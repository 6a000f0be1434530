package io.hotfleet.clusternode.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.clusternode.agent.Departure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Three nodes with HTTP between them, seen by a client from outside.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("nodes")
class ClusterOfNodesTest {
    private static final String READY = "/q/health/ready";
    private static final String REQUEST = "/work/request";

    @TempDir
    private Path disk;

    private TestCluster cluster;
    private final Client client = new Client();

    @BeforeEach
    void begin() {
        cluster = TestCluster.ofThree(disk);
    }

    @AfterEach
    void end() {
        client.close();
        cluster.close();
    }

    @Test
    void everyNodeLeadsToTheOwner() throws IOException, InterruptedException {
        String owner = cluster.owner().orElseThrow();

        for (String node : List.of("sql-0", "sql-1", "sql-2")) {
            assertThat(client.body(cluster.address(node), REQUEST)).contains(owner);
        }
    }

    @Test
    void aMinorityStopsServingByItself() throws IOException, InterruptedException {
        String owner = cluster.owner().orElseThrow();
        CompletableFuture<String> session = client.session(cluster.address(owner));

        others(owner).forEach(cluster::kill);

        cluster.await("the owner serves no more", () -> client.status(cluster.address(owner), REQUEST) == 503);
        cluster.await("nor is it ready", () -> client.status(cluster.address(owner), READY) == 503);
        assertThat(session.join()).as("its session is cut, not ended").startsWith("broken");
    }

    @Test
    void theRoleMovesAfterAFailureOfItsOwner() {
        String owner = cluster.owner().orElseThrow();

        cluster.kill(owner);

        String other = others(owner).getFirst();
        cluster.await("another node serves", () -> client.status(cluster.address(other), REQUEST) == 200);
        assertThat(cluster.owner()).get().isNotEqualTo(owner);
    }

    @Test
    void aDrainMovesTheRoleAndSaysGoodbye() throws IOException, InterruptedException {
        String owner = cluster.owner().orElseThrow();
        CompletableFuture<String> session = client.session(cluster.address(owner));

        cluster.node(owner).leave(Departure.RESTART);

        assertThat(session.join()).isEqualTo("goodbye");
        cluster.await("three nodes with votes again", () -> cluster.ready() == 3);
        assertThat(cluster.owner()).get().isNotEqualTo(owner);
        assertThat(cluster.restarts(owner)).isEqualTo(1);
        assertThat(cluster.shown(owner).crashes())
                .as("a restart in order is no failure")
                .isZero();
    }

    @Test
    void oneNodeAfterTheOtherRestartsWhileRequestsAreAnswered() {
        Load load = new Load(client, cluster);
        for (String node : List.of("sql-0", "sql-1", "sql-2")) {
            cluster.node(node).leave(Departure.RESTART);
            cluster.await(node + " is back", () -> cluster.ready() == 3);
        }

        Load.Result result = load.end();

        assertThat(result.answered()).isPositive();
        assertThat(result.failed()).isZero();
        assertThat(result.termsGoneBack()).isZero();
    }

    @Test
    void aNodeThatIsScaledInTakesItsVoteAlong() {
        cluster.pod.wanted = OptionalInt.of(2);
        cluster.node("sql-2").stop();

        cluster.await(
                "two votes are left", () -> cluster.shown("sql-0").voters().equals(Set.of("sql-0", "sql-1")));
        assertThat(disk.resolve("sql-2.json")).doesNotExist();
        assertThat(client.status(cluster.address("sql-0"), REQUEST)).isEqualTo(200);
    }

    @Test
    void aNodeThatIsStoppedKeepsItsNotesAndComesBackWithoutAFailure() {
        cluster.node("sql-2").stop();
        cluster.await(
                "two votes are left", () -> cluster.shown("sql-0").voters().size() == 2);
        assertThat(disk.resolve("sql-2.json")).exists();

        cluster.start("sql-2");

        cluster.await("three nodes are ready", () -> cluster.ready() == 3);
        assertThat(cluster.shown("sql-2").crashes()).isZero();
    }

    @Test
    void aNodeThatIsLeftAloneTakesTheOthersBack() throws IOException {
        cluster.close();
        // longer than any promise of a node that was there lasts
        cluster =
                TestCluster.ofThree(Files.createDirectory(disk.resolve("slow")), Map.of("hotfleet.host.restart", "3s"));
        for (String node : List.of("sql-1", "sql-2")) {
            cluster.node(node).stop();
        }
        cluster.await("one vote is left", () -> cluster.shown("sql-0").voters().equals(Set.of("sql-0")));

        cluster.start("sql-1");
        cluster.start("sql-2");

        cluster.await("three nodes are ready", () -> cluster.ready() == 3);
        cluster.await("three votes", () -> cluster.shown("sql-0").voters().size() == 3);
    }

    @Test
    void aNodeThatIsScaledOutGetsAVote() {
        cluster.start("sql-3");

        cluster.await("four nodes are ready", () -> cluster.ready() == 4);
        // sql-0 hears of it at the owner's next beat
        cluster.await(
                "four votes", () -> cluster.shown("sql-0").voters().equals(Set.of("sql-0", "sql-1", "sql-2", "sql-3")));
    }

    @Test
    void aFirstVoterThatWasScaledInAndComesBackGetsAVote() {
        cluster.pod.wanted = OptionalInt.of(2);
        cluster.node("sql-2").stop();
        cluster.await(
                "two votes are left", () -> cluster.shown("sql-0").voters().size() == 2);
        cluster.pod.wanted = OptionalInt.of(3);

        cluster.start("sql-2");

        cluster.await("three nodes are ready", () -> cluster.ready() == 3);
        cluster.await("three votes", () -> cluster.shown("sql-0").voters().size() == 3);
    }

    @Test
    void threeUngracefulEndsWithinAnHourMeanQuarantine() {
        for (int i = 0; i < 3; i++) {
            cluster.kill("sql-2");
            cluster.start("sql-2");
        }

        assertThat(cluster.shown("sql-2").phase()).isEqualTo("quarantined");
        assertThat(client.status(cluster.address("sql-2"), READY)).isEqualTo(503);
        assertThat(client.status(cluster.address("sql-0"), READY)).isEqualTo(200);
    }

    @Test
    void aNodeThatLostItsDiskIsTakenBack() throws IOException {
        cluster.kill("sql-1");
        Files.delete(disk.resolve("sql-1.json"));

        cluster.start("sql-1");

        cluster.await("three nodes are ready", () -> cluster.ready() == 3);
    }

    private static List<String> others(String node) {
        return List.of("sql-0", "sql-1", "sql-2").stream()
                .filter(other -> !other.equals(node))
                .toList();
    }
}
