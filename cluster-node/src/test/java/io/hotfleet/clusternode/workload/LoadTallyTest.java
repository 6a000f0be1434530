package io.hotfleet.clusternode.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadTallyTest {
    private final LoadTally tally = new LoadTally(0);

    @Test
    void theLongestOutageLiesBetweenTwoAnswersOrIsNotOverYet() {
        tally.answered("a", 1, 90, 100);
        tally.answered("a", 1, 390, 400);
        tally.answered("a", 1, 490, 500);
        assertThat(tally.seen(600).longestOutageMs()).isEqualTo(300);

        assertThat(tally.seen(9_500).longestOutageMs()).isEqualTo(9_000);
    }

    @Test
    void theRoleMovesWhenAnotherNodeAnswersInALaterTerm() {
        tally.answered("a", 1, 0, 10);
        tally.answered("b", 2, 20, 30);
        tally.answered("a", 1, 5, 40);
        tally.answered("b", 2, 50, 60);

        assertThat(tally.seen(60).roleMoves()).isEqualTo(1);
        assertThat(tally.seen(60).termsGoneBack())
                .as("the late answer was asked for before the move")
                .isZero();
    }

    @Test
    void twoOwnersAtOnceAreFoundOut() {
        tally.answered("b", 2, 0, 10);
        tally.answered("a", 1, 20, 30);

        assertThat(tally.seen(30).termsGoneBack()).isEqualTo(1);
    }

    @Test
    void aQuorumIsLostOnceHoweverLongItIsAway() {
        tally.polled(false);
        tally.polled(false);
        assertThat(tally.seen(0).quorumLosses()).as("it was never there").isZero();
        tally.polled(true);
        tally.polled(false);
        tally.polled(true);
        assertThat(tally.seen(0).quorumLosses())
                .as("one round alone may be missed")
                .isZero();
        tally.polled(false);
        tally.polled(false);
        tally.polled(false);

        assertThat(tally.seen(0).quorumLosses()).isEqualTo(1);
    }

    @Test
    void aClientThatStandsStillTellsForHowLong() {
        tally.ticked(LoadTally.TICK_MS);
        assertThat(tally.seen(60).longestStallMs()).isZero();
        tally.ticked(LoadTally.TICK_MS + 1_500);
        tally.ticked(LoadTally.TICK_MS + 1_600);

        assertThat(tally.seen(1_700).longestStallMs()).isEqualTo(1_500 - LoadTally.TICK_MS);
    }

    @Test
    void attemptsWithoutAnAnswerAreCountedByTheirCauses() {
        tally.unanswered("503");
        tally.unanswered("503");
        for (int i = 0; i < 30; i++) {
            tally.unanswered("cause-" + i);
        }

        assertThat(tally.seen(0).unanswered())
                .containsEntry("503", 2L)
                .containsEntry("other", 11L)
                .hasSize(21);
        assertThat(tally.seen(0).requestsFailed()).isZero();
    }

    @Test
    void sessionsMoveOrBreak() {
        tally.opened();
        tally.opened();
        tally.opened();
        tally.ended(true);
        tally.ended(false);

        LoadResult seen = tally.seen(2_000);

        assertThat(seen.sessions()).isEqualTo(1);
        assertThat(seen.sessionsMoved()).isEqualTo(1);
        assertThat(seen.sessionsBroken()).isEqualTo(1);
        assertThat(seen.seconds()).isEqualTo(2);
    }
}
