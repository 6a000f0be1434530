package io.hotfleet.clusternode.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Nodes that install what patch-service orders.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("nodes")
class OrderedNodesTest {
    @TempDir
    private Path disk;

    private final FakePatchService patch = new FakePatchService();
    private final Client client = new Client();
    private TestCluster cluster;

    @BeforeEach
    void begin() {
        cluster = TestCluster.ofThree(
                disk,
                Map.of(
                        "hotfleet.host.patch-url", patch.address().toString(),
                        "hotfleet.host.fleet", "f",
                        "hotfleet.host.install", "1s",
                        "hotfleet.host.drain", "3s"));
    }

    @AfterEach
    void end() {
        client.close();
        cluster.close();
        patch.close();
    }

    @Test
    void aHotpatchKeepsReadinessRoleAndSessions() throws IOException, InterruptedException {
        String owner = cluster.owner().orElseThrow();
        CompletableFuture<String> session = client.session(cluster.address(owner));
        patch.order(owner, "KB5052105", "HOTPATCH", false);

        cluster.await("it is patching", () -> cluster.shown(owner).phase().equals("patching"));
        assertThat(client.status(cluster.address(owner), "/q/health/ready")).isEqualTo(200);
        cluster.await("it reports", () -> !patch.reports.isEmpty());

        JsonNode report = patch.reports.getFirst();
        assertThat(report.get("outcome").asText()).isEqualTo("INSTALLED");
        assertThat(report.get("hooks").asInt()).isPositive();
        assertThat(cluster.shown(owner).kb()).isEqualTo("KB5052105");
        assertThat(cluster.shown(owner).hooks()).isEqualTo(report.get("hooks").asInt());
        assertThat(cluster.owner()).contains(owner);
        cluster.await("its pod shows it", () -> "KB5052105".equals(cluster.pod.labels.get("hotfleet.io/kb")));
        assertThat(session.isDone()).as("its session ended").isFalse();
        assertThat(cluster.restarts(owner)).isZero();
    }

    @Test
    void aPackageThatWasTamperedWithIsRefused() {
        patch.packages.tampered = true;
        patch.order("sql-1", "KB5052105", "HOTPATCH", false);

        cluster.await("it reports", () -> !patch.reports.isEmpty());

        JsonNode report = patch.reports.getFirst();
        assertThat(report.get("outcome").asText()).isEqualTo("FAILED");
        assertThat(report.get("state").asText()).isEqualTo("digest-differs");
        assertThat(report.get("hooks").asInt()).isZero();
        assertThat(cluster.shown("sql-1").kb()).isEqualTo("KB5046617");
    }

    @Test
    void aBaselineDrainsRestartsAndReportsOnceTheNodeHasItsVoteBack() {
        String owner = cluster.owner().orElseThrow();
        patch.order(owner, "KB5050009", "CUMULATIVE", true);

        cluster.await("it reports", () -> !patch.reports.isEmpty());

        JsonNode report = patch.reports.getFirst();
        assertThat(report.get("outcome").asText()).isEqualTo("RESTARTED");
        assertThat(report.get("command").asLong()).isEqualTo(1);
        assertThat(report.get("seq").asInt()).isEqualTo(1);
        assertThat(report.get("hooks").asInt()).isZero();
        assertThat(cluster.restarts(owner)).isEqualTo(1);
        assertThat(cluster.shown(owner).voters()).contains(owner);
        assertThat(cluster.owner()).get().isNotEqualTo(owner);
    }

    @Test
    void hooksOutlastAFailureAndGoWithTheNextBaseline() {
        patch.order("sql-1", "KB5052105", "HOTPATCH", false);
        cluster.await("it reports", () -> patch.reports.size() == 1);
        int hooks = cluster.shown("sql-1").hooks();
        cluster.kill("sql-1");
        cluster.start("sql-1");
        assertThat(cluster.shown("sql-1").hooks())
                .as("what waited for the boot has come with it")
                .isGreaterThan(hooks);
        assertThat(hooks).isPositive();

        patch.order("sql-1", "KB5055523", "CUMULATIVE", true);
        cluster.await("it reports again", () -> patch.reports.size() == 2);

        assertThat(cluster.shown("sql-1").hooks()).isZero();
        assertThat(patch.reports.getLast().get("seq").asInt()).isEqualTo(2);
    }

    @Test
    void patchServiceHearsWhoIsUpAndWhoGoes() {
        cluster.await("all three", () -> patch.alive.containsAll(List.of("sql-0", "sql-1", "sql-2")));

        cluster.node("sql-2").stop();

        assertThat(patch.reports.getFirst().get("outcome").asText()).isEqualTo("OFFLINE");
        assertThat(patch.reports.getFirst().get("machine").asText()).isEqualTo("sql-2");
    }

    @Test
    void anOrderThatAFailureInterruptsIsDoneAnew() {
        patch.order("sql-1", "KB5050009", "CUMULATIVE", true);
        cluster.await("it is laying files", () -> cluster.shown("sql-1").phase().equals("patching"));

        cluster.kill("sql-1");
        cluster.start("sql-1");

        cluster.await("it reports", () -> !patch.reports.isEmpty());
        assertThat(patch.reports.getFirst().get("outcome").asText()).isEqualTo("RESTARTED");
        assertThat(cluster.restarts("sql-1")).isEqualTo(1);
    }

    /// Its vote is needed while another node is down.
    @Test
    void whoCannotLeaveHasNotRestarted() {
        patch.order("sql-1", "KB5050009", "CUMULATIVE", true);
        cluster.await("it reports", () -> patch.reports.size() == 1);
        cluster.kill("sql-2");
        patch.order("sql-1", "KB5051987", "CUMULATIVE", true);
        cluster.await("it drains", () -> cluster.shown("sql-1").phase().equals("draining"));

        cluster.await("it stays", () -> cluster.shown("sql-1").phase().equals("up"));
        cluster.await("it tries again", () -> cluster.shown("sql-1").phase().equals("draining"));
        int reports = patch.reports.size();
        cluster.start("sql-2");
        cluster.await("it reports again", () -> patch.reports.size() == 2);

        assertThat(reports).isEqualTo(1);
        assertThat(patch.reports.getLast().get("outcome").asText()).isEqualTo("RESTARTED");
        assertThat(cluster.restarts("sql-1")).isEqualTo(2);
    }
}
