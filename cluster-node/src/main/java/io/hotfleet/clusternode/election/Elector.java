package io.hotfleet.clusternode.election;

import java.util.Optional;

/// One node's part in deciding who owns the clustered role. Times are milliseconds of one clock that never goes back,
/// and may differ from node to node; they must only run equally fast.
///
/// At most one node serves at any time: an owner serves while a majority answered beats that it sent within the lease,
/// and who heard a beat elects nobody else until the lease is over, or its owner has given the role up. Who forgot what
/// it heard, because it restarted, waits for a whole lease. Not thread-safe; what [#ballot] returns must be on disk
/// before an answer leaves.
public final class Elector {
    private final VoterState standing;
    private final Candidacy candidacy;
    private final RoleOwnership ownership;

    /// @param rank the lower, the earlier it stands for election
    public Elector(Ballot ballot, Timing timing, int rank, long nowMs) {
        this.standing = new VoterState(ballot, timing, nowMs);
        this.candidacy = new Candidacy(standing, rank);
        this.ownership = new RoleOwnership(standing);
    }

    public Ballot ballot() {
        return standing.ballot();
    }

    public Candidacy candidacy() {
        return candidacy;
    }

    public RoleOwnership ownership() {
        return ownership;
    }

    public VoteRequest.Answer judge(VoteRequest ask, long nowMs) {
        Ballot.Ruling ruling = ballot().judge(ask, !ask.handover() && standing.isBound(nowMs));
        if (!ruling.after().equals(ballot())) {
            standing.lose(nowMs);
        }
        standing.note(before -> ruling.after());
        return ruling.answer();
    }

    public OwnerBeat.Answer hear(OwnerBeat beat, long nowMs) {
        boolean accepted = ballot().accepts(beat);
        if (accepted) {
            standing.note(ballot -> ballot.heard(beat));
            standing.follow(beat, nowMs);
        }
        return new OwnerBeat.Answer(ballot().node(), ballot().term(), accepted);
    }

    /// The owner as far as this node knows: itself, or whose beat it heard within the lease.
    public Optional<String> owner(long nowMs) {
        if (standing.tenure().isPresent()) {
            return ownership.serves(nowMs) ? Optional.of(ballot().node()) : Optional.empty();
        }
        return standing.followed(nowMs);
    }
}
