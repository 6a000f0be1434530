package io.hotfleet.clusternode.election;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A node stands for election: after an owner's silence, or because an owner gives the role up.
public final class Candidacy {
    private final VoterState standing;
    private final int rank;
    /// The latest term that any answer told of: the next candidacy must be later.
    private long knownTerm;

    /// @param rank the lower, the earlier it stands
    Candidacy(VoterState standing, int rank) {
        this.standing = standing;
        this.rank = rank;
    }

    /// A question to all voters, when the owner has been silent for too long.
    public Optional<VoteRequest> probe(long nowMs) {
        Ballot ballot = standing.ballot();
        Timing timing = standing.timing();
        boolean silent = standing.silenceMs(nowMs) > timing.leaseMs() + timing.staggerMs() * (rank + 1);
        boolean stands = standing.tenure().isEmpty() && silent && ballot.seats().has(ballot.node());
        return stands ? Optional.of(ask(false)) : Optional.empty();
    }

    /// A question to all voters, because an owner gives the role up.
    ///
    /// @param last what it told last
    /// @return empty where the role has found another owner since
    public Optional<VoteRequest> probeFor(OwnerBeat last) {
        if (standing.promisedTerm() > last.term()
                || !last.seats().has(standing.ballot().node())) {
            return Optional.empty();
        }
        standing.note(ballot -> ballot.knowing(last.seats()));
        return Optional.of(ask(true));
    }

    /// Enters a new term as its candidate.
    ///
    /// @param probe that was answered well
    public VoteRequest stand(VoteRequest probe) {
        standing.note(ballot -> ballot.stand(nextTerm()));
        standing.hold(Optional.empty());
        Ballot ballot = standing.ballot();
        return new VoteRequest(ballot.node(), ballot.term(), ballot.seats(), false, probe.handover());
    }

    public boolean wins(VoteRequest ask, Collection<VoteRequest.Answer> answers) {
        answers.forEach(answer -> knownTerm = Math.max(knownTerm, answer.term()));
        List<VoteRequest.Answer> all = new ArrayList<>(answers);
        all.add(standing.ballot().own());
        return ask.isWon(all);
    }

    /// Counts the votes of [#stand]; what was asked for in an earlier term counts nothing.
    public boolean elect(VoteRequest ask, Collection<VoteRequest.Answer> answers, long nowMs) {
        Ballot ballot = standing.ballot();
        boolean current = ask.term() == ballot.term() && ballot.node().equals(ballot.votedFor());
        if (!current || !wins(ask, answers)) {
            return false;
        }
        Membership confirmed = ballot.seats().in(ballot.term());
        standing.note(before -> before.with(confirmed));
        standing.hold(Optional.of(Tenure.begin(ballot.node(), confirmed, nowMs)));
        standing.promise(ballot.term());
        return true;
    }

    private VoteRequest ask(boolean handover) {
        Ballot ballot = standing.ballot();
        return new VoteRequest(ballot.node(), nextTerm(), ballot.seats(), true, handover);
    }

    private long nextTerm() {
        return Math.max(standing.ballot().term(), knownTerm) + 1;
    }
}
