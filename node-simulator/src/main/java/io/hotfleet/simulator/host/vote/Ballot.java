package io.hotfleet.simulator.host.vote;

/// What a node must remember over a restart: the newest term, whom it voted for in it, and the seats.
///
/// @param newcomer whether it has forgotten what it once knew; an owner's beat ends that
/// @param votedFor null where it has not voted in this term
public record Ballot(String node, boolean newcomer, long term, String votedFor, Seats seats) {
    public static Ballot newcomer(String node, Seats first) {
        return new Ballot(node, true, 0, null, first);
    }

    /// A ballot, and what it answers.
    record Ruling(Ballot after, VoteAsk.Answer answer) {}

    /// @param bound whether an owner's lease still binds this node
    Ruling judge(VoteAsk ask, boolean bound) {
        boolean first =
                ask.term() > term || ask.term() == term && (votedFor == null || votedFor.equals(ask.candidate()));
        boolean granted = !bound && first && ask.seats().compareTo(seats) >= 0;
        Ballot after = granted && !ask.probe() ? new Ballot(node, newcomer, ask.term(), ask.candidate(), seats) : this;
        return new Ruling(after, new VoteAsk.Answer(node, after.term, granted, newcomer));
    }

    /// Votes for itself in a later term.
    Ballot stand(long later) {
        return new Ballot(node, newcomer, later, node, seats);
    }

    VoteAsk.Answer own() {
        return new VoteAsk.Answer(node, term, true, newcomer);
    }

    boolean accepts(Beat beat) {
        return beat.term() >= term;
    }

    Ballot heard(Beat beat) {
        String vote = beat.term() > term ? null : votedFor;
        return new Ballot(node, false, beat.term(), vote, newer(beat.seats()));
    }

    Ballot with(Seats changed) {
        return new Ballot(node, false, term, votedFor, newer(changed));
    }

    /// Somebody said what the seats are, without a promise in return.
    Ballot knowing(Seats told) {
        return new Ballot(node, newcomer, term, votedFor, newer(told));
    }

    private Seats newer(Seats other) {
        return other.compareTo(seats) > 0 ? other : seats;
    }
}
