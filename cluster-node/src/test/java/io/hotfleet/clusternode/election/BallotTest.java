package io.hotfleet.clusternode.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotTest {
    private static final Membership THREE =
            new Membership(4, 7, Membership.first(List.of("a", "b", "c")).voters());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5, -, true,  6, same,  false, true,  a later term is probed freely",
                "5, -, false, 6, same,  false, true,  a later term finds a free vote",
                "5, -, false, 6, newer, false, true,  and may bring newer seats",
                "5, -, false, 6, older, false, false, who knows older seats is refused",
                "5, -, false, 6, same,  true,  false, a lease binds",
                "5, -, true,  6, same,  true,  false, also against a probe",
                "5, -, false, 4, same,  false, false, an earlier term is over",
                "5, b, false, 5, same,  false, true,  the same vote may be asked for again",
                "5, c, false, 5, same,  false, false, a term has one vote"
            })
    void givesItsVote(
            long term,
            String votedFor,
            boolean probe,
            long asked,
            String known,
            boolean bound,
            boolean granted,
            String why) {
        Ballot ballot = new Ballot("a", false, term, votedFor, THREE);
        Membership seats =
                switch (known) {
                    case "newer" -> THREE.with("d");
                    case "older" -> Membership.first(THREE.voters());
                    default -> THREE;
                };

        Ballot.Ruling ruling = ballot.judge(new VoteRequest("b", asked, seats, probe, false), bound);

        assertThat(ruling.answer().granted()).as(why).isEqualTo(granted);
        boolean votes = granted && !probe;
        assertThat(ruling.after().term()).isEqualTo(votes ? asked : term);
        assertThat(ruling.after().votedFor()).isEqualTo(votes ? "b" : votedFor);
    }

    @ParameterizedTest
    @CsvSource({
        "a b c, a b,      '',    true,  a majority that remembers",
        "a b c, a,        '',    false, one of three",
        "a b c, a,        b,     false, a newcomer does not count",
        "a b c, a,        b c,   true,  unless all voters agree",
        "a b c, '',       a b c, true,  as when a cluster begins",
        "a b,   a,        '',    false, half is no majority",
        "a,     a,        '',    true,  the last voter decides alone",
        "a b,   a x y,    '',    false, who has no seat does not count",
        "a b c d e, a b,  c d,   false, four of five with two newcomers"
    })
    void countsVotes(String voters, String remembering, String newcomers, boolean won, String why) {
        VoteRequest ask = new VoteRequest("a", 1, Membership.first(words(voters)), false, false);
        List<VoteRequest.Answer> answers = new ArrayList<>();
        words(remembering).forEach(node -> answers.add(new VoteRequest.Answer(node, 1, true, false)));
        words(newcomers).forEach(node -> answers.add(new VoteRequest.Answer(node, 1, true, true)));

        assertThat(ask.isWon(answers)).as(why).isEqualTo(won);
    }

    @Test
    void aRefusalCountsNothing() {
        VoteRequest ask = new VoteRequest("a", 1, Membership.first(List.of("a", "b")), false, false);

        assertThat(ask.isWon(List.of(
                        new VoteRequest.Answer("a", 1, true, false), new VoteRequest.Answer("b", 1, false, false))))
                .isFalse();
    }

    @Test
    void anOwnersBeatTellsANewcomerWhatItForgot() {
        Ballot newcomer = Ballot.newcomer("c", Membership.first(List.of("a", "b", "c")));

        Ballot told = newcomer.heard(new OwnerBeat("a", 5, THREE));

        assertThat(told).isEqualTo(new Ballot("c", false, 5, null, THREE));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
