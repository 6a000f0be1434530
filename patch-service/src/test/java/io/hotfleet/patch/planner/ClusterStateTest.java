package io.hotfleet.patch.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// The figures of a cluster whose nodes join and leave.
class ClusterStateTest {
    private static final Member LAST = member(2);

    @Test
    void aRestartIsRememberedOfTheNodeThatMadeIt() {
        ClusterState restarted = ClusterState.fresh(3, false).restarted(LAST, 100, 600);

        assertThat(restarted.left(0, 200).restart().position()).isEqualTo(1);
        assertThat(restarted.entered(0, 200).restart().position()).isEqualTo(3);
        assertThat(restarted.entered(3, 200).restart()).isEqualTo(restarted.restart());
        assertThat(restarted.left(2, 200).restart()).isEqualTo(ClusterState.Restart.NONE);
    }

    @Test
    void aNodeThatLeavesIsNoLoss() {
        ClusterState left = ClusterState.fresh(3, false).left(0, 10).left(0, 20);

        assertThat(left.losses()).isZero();
        assertThat(left.downMax()).isZero();
        assertThat(left.lostMinutesUntil(100)).isZero();
    }

    @Test
    void minutesWithoutServiceEndWhereTheMissingVotesLeave() {
        ClusterState stopped = ClusterState.fresh(3, false).lost(member(0), 10).lost(member(1), 10);

        ClusterState running = stopped.left(0, 20).left(0, 30);

        assertThat(stopped.lostMinutesUntil(30)).isEqualTo(20);
        assertThat(running.lostMinutesUntil(100)).isEqualTo(20);
    }

    @Test
    void whereTheOnlyNodeThatRunsLeavesServiceIsLost() {
        ClusterState left = ClusterState.fresh(2, false).lost(member(1), 10).left(0, 20);

        assertThat(left.losses()).isEqualTo(1);
        assertThat(left.lostMinutesUntil(50)).isEqualTo(30);
    }

    @Test
    void nobodyMissesAnEmptyCluster() {
        ClusterState empty = ClusterState.fresh(1, false).lost(member(0), 10).left(0, 20);

        ClusterState again = empty.entered(0, 40);

        assertThat(empty.losses()).isEqualTo(1);
        assertThat(empty.lostMinutesUntil(100)).isEqualTo(10);
        assertThat(again.lostMinutesUntil(100)).isEqualTo(10);
        assertThat(again.quorum().serves()).isTrue();
    }

    private static Member member(int position) {
        return new Member(position + 1, "n-" + position, Scene.SERVER, Set.of(), position, 0);
    }
}
