package io.hotfleet.clusternode.election;

/// What a node must remember over a restart: the newest term, whom it voted for in it, and the seats.
///
/// @param newcomer whether it has forgotten what it once knew; an owner's beat ends that
/// @param votedFor null where it has not voted in this term
public record Ballot(String node, boolean newcomer, long term, String votedFor, Membership seats) {
    public static Ballot newcomer(String node, Membership first) {
        return new Ballot(node, true, 0, null, first);
    }

    /// A ballot, and what it answers.
    record Ruling(Ballot after, VoteRequest.Answer answer) {}

    /// @param bound whether an owner's lease still binds this node
    Ruling judge(VoteRequest ask, boolean bound) {
        boolean first =
                ask.term() > term || ask.term() == term && (votedFor == null || votedFor.equals(ask.candidate()));
        boolean granted = !bound && first && ask.seats().compareTo(seats) >= 0;
        Ballot after = granted && !ask.probe() ? new Ballot(node, newcomer, ask.term(), ask.candidate(), seats) : this;
        return new Ruling(after, new VoteRequest.Answer(node, after.term, granted, newcomer));
    }

    /// Votes for itself in a later term.
    Ballot stand(long later) {
        return new Ballot(node, newcomer, later, node, seats);
    }

    VoteRequest.Answer own() {
        return new VoteRequest.Answer(node, term, true, newcomer);
    }

    boolean accepts(OwnerBeat beat) {
        return beat.term() >= term;
    }

    Ballot heard(OwnerBeat beat) {
        String vote = beat.term() > term ? null : votedFor;
        return new Ballot(node, false, beat.term(), vote, newer(beat.seats()));
    }

    Ballot with(Membership changed) {
        return new Ballot(node, false, term, votedFor, newer(changed));
    }

    /// Somebody said what the seats are, without a promise in return.
    Ballot knowing(Membership told) {
        return new Ballot(node, newcomer, term, votedFor, newer(told));
    }

    private Membership newer(Membership other) {
        return other.compareTo(seats) > 0 ? other : seats;
    }
}
