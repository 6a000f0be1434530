package io.hotfleet.clusternode.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.clusternode.agent.Departure;
import io.hotfleet.clusternode.workload.LoadGenerator;
import io.hotfleet.clusternode.workload.LoadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Three of five nodes are scaled in at about the same moment, in which one that stays restarts; the seed tells which,
/// and when exactly.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("nodes")
class ShrunkClusterTest {
    private static final int SESSIONS = 20;
    private static final int MOMENT_MS = 150;
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final List<String> LEAVING = List.of("sql-2", "sql-3", "sql-4");
    private static final Set<String> STAYING = Set.of("sql-0", "sql-1");

    @TempDir
    private Path disk;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nobodyCountsOnWhoHasLeft(long seed) {
        Random random = new Random(seed);
        Map<String, String> slow = Map.of("hotfleet.host.lease", LEASE.toMillis() + "ms");
        try (TestCluster cluster = TestCluster.ofThree(disk, slow);
                Front front = new Front(cluster);
                LoadGenerator load = front.load(SESSIONS)) {
            cluster.start("sql-3");
            cluster.start("sql-4");
            cluster.await("five votes", () -> cluster.ready() == 5 && voters(cluster) == 5);
            load.start();
            cluster.await("sessions", () -> load.seen().sessions() == SESSIONS);
            cluster.pod.wanted = OptionalInt.of(2);

            String restarting = random.nextBoolean() ? "sql-0" : "sql-1";
            ClusterNode node = cluster.node(restarting);
            later(random).execute(() -> node.leave(Departure.RESTART));
            CompletableFuture.allOf(LEAVING.stream()
                            .map(cluster::node)
                            .map(leaving -> CompletableFuture.runAsync(leaving::stop, later(random)))
                            .toArray(CompletableFuture[]::new))
                    .join();

            cluster.await("one restart", () -> cluster.restarts(restarting) == 1);
            cluster.await("two ready nodes", () -> cluster.ready() == 2 && voters(cluster) == 2);
            cluster.await("sessions again", () -> load.seen().sessions() == SESSIONS);
            LoadResult seen = load.seen();
            assertThat(cluster.shown("sql-0").voters()).isEqualTo(STAYING);
            assertThat(seen.sessionsBroken()).isZero();
            assertThat(seen.requestsFailed()).isZero();
            assertThat(seen.termsGoneBack()).isZero();
            assertThat(seen.longestOutageMs()).as("nobody waits for a lease").isLessThan(LEASE.toMillis());
        }
    }

    private static Executor later(Random random) {
        Executor threads = Thread::startVirtualThread;
        return CompletableFuture.delayedExecutor(random.nextInt(MOMENT_MS), TimeUnit.MILLISECONDS, threads);
    }

    private static int voters(TestCluster cluster) {
        return cluster.owner()
                .map(owner -> cluster.shown(owner).voters().size())
                .orElse(0);
    }
}
