package io.hotfleet.simulator.host.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.simulator.host.vote.VoteAsk.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElectorTest {
    private static final long LONG = 5_000;
    private final Ring ring = new Ring("a", "b", "c");

    @BeforeEach
    void elect() {
        ring.run(LONG);
    }

    @Test
    void aNewClusterElectsOneOwner() {
        assertThat(ring.serving()).containsExactly("a");
        assertThat(ring.ownerSeenBy("c")).contains("a");
    }

    @Test
    void nobodyBeginsAClusterWithoutAllOfIt() {
        Ring two = new Ring("a", "b", "c");
        two.stop("c");

        two.run(LONG);

        assertThat(two.serving()).isEmpty();
    }

    @Test
    void anOwnerThatIsCutOffStopsByItselfBeforeTheNextOneServes() {
        ring.cut("a");
        ring.run(Ring.TIMING.leaseMs());
        assertThat(ring.serving()).isEmpty();

        ring.run(LONG);

        assertThat(ring.serving()).containsExactly("b");
        assertThat(ring.ownerSeenBy("a")).isEmpty();
    }

    @Test
    void aNodeThatComesBackFollowsTheOwnerOfTheLaterTerm() {
        ring.cut("a");
        ring.run(LONG);
        ring.join("a");

        ring.run(LONG);

        assertThat(ring.serving()).containsExactly("b");
        assertThat(ring.ownerSeenBy("a")).contains("b");
    }

    @Test
    void aNodeThatWasCutOffUnseatsNobody() {
        ring.cut("c");
        ring.run(LONG);
        long term = ring.up.get("a").ballot().term();
        ring.join("c");

        ring.run(LONG);

        assertThat(ring.serving()).containsExactly("a");
        assertThat(ring.up.get("a").ballot().term()).isEqualTo(term);
    }

    @Test
    void aHandOverNeedsNoSilence() {
        assertThat(ring.stand("c", Kind.HANDOVER)).isTrue();

        ring.run(Ring.TIMING.beatMs());

        assertThat(ring.serving()).containsExactly("c");
    }

    @Test
    void votesLeaveOneByOneDownToTheLastNode() {
        assertThat(ring.up.get("a").seat("c", false, ring.nowMs)).isTrue();
        ring.run(Ring.TIMING.beatMs());
        ring.stop("c");
        assertThat(ring.up.get("a").seat("b", false, ring.nowMs)).isTrue();
        ring.stop("b");

        ring.run(LONG);

        assertThat(ring.serving()).containsExactly("a");
    }

    @Test
    void aVoteDoesNotLeaveWhereTheRestWouldBeNoMajority() {
        ring.stop("c");
        ring.run(LONG);

        assertThat(ring.up.get("a").seat("b", false, ring.nowMs)).isFalse();
    }

    @Test
    void aSecondChangeWaitsUntilTheFirstIsKnown() {
        ring.up.get("a").seat("d", true, ring.nowMs);

        assertThat(ring.up.get("a").seat("e", true, ring.nowMs)).isFalse();
    }

    @Test
    void anOwnerDoesNotGiveItsOwnVoteAway() {
        assertThat(ring.up.get("a").seat("a", false, ring.nowMs)).isFalse();
    }

    @Test
    void whoGaveItsVoteAwayGetsItBackFromTheOwnerAlone() {
        Elector owner = ring.up.get("a");
        owner.seat("c", false, ring.nowMs);
        owner.beat(ring.nowMs).ifPresent(beat -> ring.up.get("c").hear(beat, ring.nowMs));
        ring.run(LONG);
        assertThat(ring.up.get("c").probe(ring.nowMs + LONG))
                .as("it does not stand")
                .isEmpty();

        ring.up.get("a").seat("c", true, ring.nowMs);
        ring.run(LONG);

        assertThat(ring.up.get("c").ballot().seats().voters()).containsExactly("a", "b", "c");
    }

    @Test
    void oneOfTwoIsNoMajority() {
        ring.up.get("a").seat("c", false, ring.nowMs);
        ring.run(LONG);
        ring.stop("b");

        ring.run(LONG);

        assertThat(ring.serving()).isEmpty();
    }

    @Test
    void aClusterThatLostItsMajorityServesAgainWhenItIsBack() {
        ring.stop("b");
        ring.stop("c");
        ring.run(LONG);
        assertThat(ring.serving()).isEmpty();
        ring.start("b");

        ring.run(LONG);

        assertThat(ring.serving()).hasSize(1);
    }

    @Test
    void aNodeThatForgotItsVoteDoesNotHelpAMinority() {
        ring.stop("c");
        ring.forget("c");
        ring.cut("a");
        ring.start("c");

        ring.run(LONG);

        assertThat(ring.serving()).isEmpty();
    }
}
