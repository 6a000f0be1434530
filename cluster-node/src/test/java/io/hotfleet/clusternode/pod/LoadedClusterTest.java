package io.hotfleet.clusternode.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.clusternode.agent.Departure;
import io.hotfleet.clusternode.workload.LoadGenerator;
import io.hotfleet.clusternode.workload.LoadResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// What a client sees of drains and failures.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("nodes")
class LoadedClusterTest {
    private static final int SESSIONS = 20;

    @TempDir
    private Path disk;

    @Test
    void aDrainMovesSessionsAndAFailureBreaksThem() {
        try (TestCluster cluster = TestCluster.ofThree(disk);
                Front front = new Front(cluster);
                LoadGenerator load = load(front)) {
            cluster.await(
                    "sessions",
                    () -> load.seen().sessions() == SESSIONS && load.seen().requests() > SESSIONS);
            cluster.node(cluster.owner().orElseThrow()).leave(Departure.RESTART);
            cluster.await("all sessions elsewhere", () -> load.seen().sessionsMoved() == SESSIONS);
            cluster.await("all nodes", () -> cluster.ready() == 3 && load.seen().sessions() == SESSIONS);
            LoadResult drained = load.seen();
            assertThat(drained.sessionsBroken()).isZero();
            assertThat(drained.roleMoves()).isEqualTo(1);

            cluster.kill(cluster.owner().orElseThrow());

            cluster.await("broken sessions", () -> load.seen().sessionsBroken() == SESSIONS);
            cluster.await("all sessions elsewhere again", () -> load.seen().sessions() == SESSIONS);
            assertThat(load.seen().termsGoneBack()).isZero();
            assertThat(load.seen().requestsFailed()).isZero();
        }
    }

    private static LoadGenerator load(Front front) {
        LoadGenerator load = front.load(SESSIONS);
        load.start();
        return load;
    }
}
