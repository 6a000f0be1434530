package io.hotfleet.clusternode.election;

import static org.assertj.core.api.Assertions.assertThat;

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
        OwnerBeat last = ring.giveUp("a").orElseThrow();
        assertThat(ring.serving()).isEmpty();
        assertThat(ring.takeOver("c", last)).isTrue();

        ring.run(Ring.TIMING.beatMs());

        assertThat(ring.serving()).containsExactly("c");
    }

    @Test
    void whoIsAskedToTakeOverKnowsWhoseVoteHasGone() {
        Elector owner = ring.up.get("a");
        owner.ownership().seat("b", false, ring.nowMs);
        assertThat(ring.up.get("c").ballot().seats().has("b")).isTrue();

        assertThat(ring.takeOver("c", ring.giveUp("a").orElseThrow())).isTrue();

        assertThat(ring.up.get("c").ballot().seats().voters()).containsExactly("a", "c");
    }

    @Test
    void ifOneDoesNotTakeItAnotherMay() {
        OwnerBeat last = ring.giveUp("a").orElseThrow();
        ring.stop("b");
        ring.arrives = () -> false;
        assertThat(ring.takeOver("c", last)).isFalse();
        ring.arrives = () -> true;
        ring.start("b");

        assertThat(ring.takeOver("b", ring.giveUp("a").orElseThrow())).isTrue();
    }

    @Test
    void whoGaveUpMayTakeItBack() {
        OwnerBeat last = ring.giveUp("a").orElseThrow();

        assertThat(ring.takeOver("a", last)).isTrue();

        ring.run(Ring.TIMING.beatMs());
        assertThat(ring.serving()).containsExactly("a");
    }

    @Test
    void aWordThatComesLateMovesNothing() {
        OwnerBeat last = ring.giveUp("a").orElseThrow();
        ring.takeOver("b", last);
        ring.run(Ring.TIMING.beatMs());

        assertThat(ring.takeOver("c", last)).isFalse();

        assertThat(ring.serving()).containsExactly("b");
    }

    @Test
    void aWordThatComesLateFindsVotersThatPromisedTheNextOwner() {
        ring.cut("c");
        OwnerBeat last = ring.giveUp("a").orElseThrow();
        ring.takeOver("b", last);
        ring.run(Ring.TIMING.beatMs());
        ring.join("c");

        assertThat(ring.takeOver("c", last)).isFalse();
        assertThat(ring.takeOver("c", last)).as("with a later term").isFalse();

        assertThat(ring.serving()).containsExactly("b");
    }

    /// The others may refuse it because they know newer seats, and be refused because it is in a later term.
    @Test
    void aCandidateThatFailedDoesNotStopTheNextOne() {
        ring.up.get("a").ownership().seat("c", false, ring.nowMs);
        ring.stop("c");
        Elector failed = ring.up.get("b");
        failed.candidacy().stand(failed.candidacy().probe(ring.nowMs + LONG).orElseThrow());

        ring.run(LONG);

        assertThat(ring.serving()).containsExactly("a");
    }

    @Test
    void aVoteHasLeftOnceAMajorityKnowsIt() {
        Elector owner = ring.up.get("a");
        owner.ownership().seat("c", false, ring.nowMs);
        assertThat(owner.ownership().isSettled()).isFalse();

        ring.run(Ring.TIMING.beatMs());

        assertThat(owner.ownership().isSettled()).isTrue();
    }

    @Test
    void votesLeaveOneByOneDownToTheLastNode() {
        assertThat(ring.up.get("a").ownership().seat("c", false, ring.nowMs)).isTrue();
        ring.run(Ring.TIMING.beatMs());
        ring.stop("c");
        assertThat(ring.up.get("a").ownership().seat("b", false, ring.nowMs)).isTrue();
        ring.stop("b");

        ring.run(LONG);

        assertThat(ring.serving()).containsExactly("a");
    }

    @Test
    void aVoteDoesNotLeaveWhereTheRestWouldBeNoMajority() {
        ring.stop("c");
        ring.run(LONG);

        assertThat(ring.up.get("a").ownership().seat("b", false, ring.nowMs)).isFalse();
    }

    @Test
    void theOwnerTakesTheVoteOfWhoIsNotWantedAndSilent() {
        assertThat(ring.up.get("a").ownership().evict("c"::equals, ring.nowMs))
                .as("who answers goes by itself")
                .isEmpty();
        ring.stop("c");
        ring.run(LONG);

        assertThat(ring.up.get("a").ownership().evict("b"::equals, ring.nowMs)).isEmpty();
        assertThat(ring.up.get("a").ownership().evict("c"::equals, ring.nowMs)).contains("c");
        ring.run(LONG);

        assertThat(ring.up.get("b").ballot().seats().voters()).containsExactly("a", "b");
    }

    @Test
    void aSecondChangeWaitsUntilTheFirstIsKnown() {
        ring.up.get("a").ownership().seat("d", true, ring.nowMs);

        assertThat(ring.up.get("a").ownership().seat("e", true, ring.nowMs)).isFalse();
    }

    @Test
    void anOwnerDoesNotGiveItsOwnVoteAway() {
        assertThat(ring.up.get("a").ownership().seat("a", false, ring.nowMs)).isFalse();
    }

    @Test
    void whoGaveItsVoteAwayGetsItBackFromTheOwnerAlone() {
        Elector owner = ring.up.get("a");
        owner.ownership().seat("c", false, ring.nowMs);
        owner.ownership().beat(ring.nowMs).ifPresent(beat -> ring.up.get("c").hear(beat, ring.nowMs));
        ring.run(LONG);
        assertThat(ring.up.get("c").candidacy().probe(ring.nowMs + LONG))
                .as("it does not stand")
                .isEmpty();

        ring.up.get("a").ownership().seat("c", true, ring.nowMs);
        ring.run(LONG);

        assertThat(ring.up.get("c").ballot().seats().voters()).containsExactly("a", "b", "c");
    }

    @Test
    void oneOfTwoIsNoMajority() {
        ring.up.get("a").ownership().seat("c", false, ring.nowMs);
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
