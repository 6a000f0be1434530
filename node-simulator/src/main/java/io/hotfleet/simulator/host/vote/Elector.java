package io.hotfleet.simulator.host.vote;

import io.hotfleet.simulator.host.vote.VoteAsk.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// One node's part in deciding who owns the clustered role. Times are milliseconds of one clock that never goes back,
/// and may differ from node to node; they must only run equally fast.
///
/// At most one node serves at any time: an owner serves while a majority answered beats that it sent within the lease,
/// and who heard a beat elects nobody else until the lease is over. Who forgot what it heard, because it restarted,
/// waits for a whole lease. Not thread-safe; what [#ballot] returns must be on disk before an answer leaves.
public final class Elector {
    private final Timing timing;
    private final int rank;
    private Ballot ballot;
    private Optional<Tenure> tenure = Optional.empty();
    private Optional<String> heardFrom = Optional.empty();
    private long boundSinceMs;

    /// @param rank the lower, the earlier it stands for election
    public Elector(Ballot ballot, Timing timing, int rank, long nowMs) {
        this.ballot = ballot;
        this.timing = timing;
        this.rank = rank;
        this.boundSinceMs = nowMs;
    }

    public Ballot ballot() {
        return ballot;
    }

    /// A question to all voters, when the owner has been silent for too long.
    public Optional<VoteAsk> probe(long nowMs) {
        boolean silent = nowMs - boundSinceMs > timing.leaseMs() + timing.staggerMs() * (rank + 1);
        boolean stands = tenure.isEmpty() && silent && ballot.seats().has(ballot.node());
        return stands ? Optional.of(ballot.probe()) : Optional.empty();
    }

    /// Enters a new term as its candidate.
    public VoteAsk stand(Kind kind) {
        ballot = ballot.stand();
        tenure = Optional.empty();
        return ballot.ask(kind);
    }

    public boolean wins(VoteAsk ask, Collection<VoteAsk.Answer> answers) {
        List<VoteAsk.Answer> all = new ArrayList<>(answers);
        all.add(ballot.own());
        return ask.isWon(all);
    }

    /// Counts the votes of [#stand]; what was asked for in an earlier term counts nothing.
    public boolean elect(VoteAsk ask, Collection<VoteAsk.Answer> answers, long nowMs) {
        boolean current = ask.term() == ballot.term() && ballot.node().equals(ballot.votedFor());
        if (!current || !wins(ask, answers)) {
            return false;
        }
        ballot = ballot.with(ballot.seats().in(ballot.term()));
        tenure = Optional.of(Tenure.begin(ballot.node(), ballot.seats(), nowMs));
        return true;
    }

    public VoteAsk.Answer judge(VoteAsk ask, long nowMs) {
        Ballot.Ruling ruling = ballot.judge(ask, isBound(nowMs));
        if (!ruling.after().equals(ballot)) {
            tenure = Optional.empty();
            heardFrom = Optional.empty();
            boundSinceMs = nowMs;
        }
        ballot = ruling.after();
        return ruling.answer();
    }

    public Beat.Answer hear(Beat beat, long nowMs) {
        if (!ballot.accepts(beat)) {
            return new Beat.Answer(ballot.node(), ballot.term(), false);
        }
        ballot = ballot.heard(beat);
        tenure = Optional.empty();
        heardFrom = Optional.of(beat.owner());
        boundSinceMs = nowMs;
        return new Beat.Answer(ballot.node(), ballot.term(), true);
    }

    /// What an owner tells the voters now; empty for all other nodes. An owner whose lease is over ends here.
    public Optional<Beat> beat(long nowMs) {
        if (tenure.filter(own -> own.isOver(nowMs, timing.leaseMs())).isPresent()) {
            tenure = Optional.empty();
            heardFrom = Optional.empty();
            boundSinceMs = nowMs;
        }
        return tenure.map(own -> new Beat(ballot.node(), ballot.term(), own.seats()));
    }

    /// @param sentMs when the beat was sent
    public void answered(Beat beat, Beat.Answer answer, long sentMs) {
        if (!answer.heard() && answer.term() > ballot.term()) {
            tenure = Optional.empty();
        }
        tenure = tenure.filter(own -> beat.term() == ballot.term())
                .map(own -> answer.heard() ? own.answered(answer.node(), beat.seats(), sentMs) : own);
    }

    /// Whether this node owns the role, and nobody else can.
    public boolean serves(long nowMs) {
        return tenure.filter(own -> own.holds(nowMs, timing.leaseMs())).isPresent();
    }

    /// Gives a node its vote (back), or takes it away; only a serving owner can.
    ///
    /// @return whether the node's seat is as wished; if not, the same may succeed later
    public boolean seat(String node, boolean seated, long nowMs) {
        if (!serves(nowMs) || node.equals(ballot.node())) {
            return false;
        }
        if (ballot.seats().has(node) != seated) {
            Seats wished = seated ? ballot.seats().with(node) : ballot.seats().without(node);
            tenure = tenure.map(own -> own.change(wished, nowMs, timing.leaseMs()));
            ballot = ballot.with(tenure.orElseThrow().seats());
        }
        return ballot.seats().has(node) == seated;
    }

    /// The owner as far as this node knows: itself, or whose beat it heard within the lease.
    public Optional<String> owner(long nowMs) {
        if (tenure.isPresent()) {
            return serves(nowMs) ? Optional.of(ballot.node()) : Optional.empty();
        }
        return heardFrom.filter(owner -> isBound(nowMs) && !owner.equals(ballot.node()));
    }

    private boolean isBound(long nowMs) {
        return nowMs - boundSinceMs < timing.leaseMs()
                || tenure.filter(own -> own.holds(nowMs, timing.leaseMs())).isPresent();
    }
}
