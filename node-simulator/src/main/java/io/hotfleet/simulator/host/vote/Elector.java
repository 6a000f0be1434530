package io.hotfleet.simulator.host.vote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One node's part in deciding who owns the clustered role. Times are milliseconds of one clock that never goes back,
/// and may differ from node to node; they must only run equally fast.
///
/// At most one node serves at any time: an owner serves while a majority answered beats that it sent within the lease,
/// and who heard a beat elects nobody else until the lease is over, or its owner has given the role up. Who forgot what
/// it heard, because it restarted, waits for a whole lease. Not thread-safe; what [#ballot] returns must be on disk
/// before an answer leaves.
public final class Elector {
    /// Terms begin with 1.
    private static final long NONE = 0;

    private final Timing timing;
    private final int rank;
    private Ballot ballot;
    private Optional<Tenure> tenure = Optional.empty();
    private Optional<String> heardFrom = Optional.empty();
    private long boundSinceMs;
    /// The latest term whose owner may rely on this node's promise; a restart forgets which it was, but no later one.
    private long promisedTerm;
    /// The term that this node owned and gave up, until it knows who owns the next one.
    private long yielded = NONE;
    /// The latest term that any answer told of: the next candidacy must be later.
    private long knownTerm;

    /// @param rank the lower, the earlier it stands for election
    public Elector(Ballot ballot, Timing timing, int rank, long nowMs) {
        this.ballot = ballot;
        this.timing = timing;
        this.rank = rank;
        this.boundSinceMs = nowMs;
        this.promisedTerm = ballot.term();
    }

    public Ballot ballot() {
        return ballot;
    }

    /// A question to all voters, when the owner has been silent for too long.
    public Optional<VoteAsk> probe(long nowMs) {
        boolean silent = nowMs - boundSinceMs > timing.leaseMs() + timing.staggerMs() * (rank + 1);
        boolean stands = tenure.isEmpty() && silent && ballot.seats().has(ballot.node());
        return stands ? Optional.of(ask(false)) : Optional.empty();
    }

    /// A question to all voters, because an owner gives the role up.
    ///
    /// @param last what it told last
    /// @return empty where the role has found another owner since
    public Optional<VoteAsk> probeFor(Beat last) {
        if (promisedTerm > last.term() || !last.seats().has(ballot.node())) {
            return Optional.empty();
        }
        ballot = ballot.knowing(last.seats());
        return Optional.of(ask(true));
    }

    /// Enters a new term as its candidate.
    ///
    /// @param probe that was answered well
    public VoteAsk stand(VoteAsk probe) {
        ballot = ballot.stand(nextTerm());
        tenure = Optional.empty();
        return new VoteAsk(ballot.node(), ballot.term(), ballot.seats(), false, probe.handover());
    }

    public boolean wins(VoteAsk ask, Collection<VoteAsk.Answer> answers) {
        answers.forEach(answer -> knownTerm = Math.max(knownTerm, answer.term()));
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
        promise(ballot.term());
        return true;
    }

    public VoteAsk.Answer judge(VoteAsk ask, long nowMs) {
        Ballot.Ruling ruling = ballot.judge(ask, !ask.handover() && isBound(nowMs));
        if (!ruling.after().equals(ballot)) {
            lose(nowMs);
        }
        ballot = ruling.after();
        return ruling.answer();
    }

    public Beat.Answer hear(Beat beat, long nowMs) {
        if (!ballot.accepts(beat)) {
            return new Beat.Answer(ballot.node(), ballot.term(), false);
        }
        ballot = ballot.heard(beat);
        lose(nowMs);
        heardFrom = Optional.of(beat.owner());
        promise(beat.term());
        return new Beat.Answer(ballot.node(), ballot.term(), true);
    }

    /// What an owner tells the voters now; empty for all other nodes. An owner whose lease is over ends here.
    public Optional<Beat> beat(long nowMs) {
        if (tenure.filter(own -> own.isOver(nowMs, timing.leaseMs())).isPresent()) {
            lose(nowMs);
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
        return tenure.filter(own -> own.holds(nowMs, timing.leaseMs())).isPresent() && yielded < ballot.term();
    }

    /// Gives the role up, for good in this term.
    ///
    /// @return the last word of the owner that this node was; empty where others know better who owns the role
    public Optional<Beat> giveUp(long nowMs) {
        if (serves(nowMs)) {
            yielded = ballot.term();
        }
        return yielded > NONE && promisedTerm <= yielded
                ? Optional.of(new Beat(ballot.node(), yielded, ballot.seats()))
                : Optional.empty();
    }

    /// Another node owns the role that this one gave up.
    public void handedOver(long nowMs) {
        lose(nowMs);
        yielded = NONE;
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

    /// Takes the vote of one voter that has not answered for a whole lease; only a serving owner can.
    ///
    /// @return whose it was
    public Optional<String> evict(Predicate<String> unwanted, long nowMs) {
        return tenure.stream()
                .flatMap(own -> own.silent(nowMs, timing.leaseMs()).stream())
                .filter(unwanted)
                .findFirst()
                .filter(node -> seat(node, false, nowMs));
    }

    /// Whether the seats last: a majority knows them, so nobody is elected who does not.
    public boolean isSettled() {
        return tenure.filter(Tenure::isSettled).isPresent();
    }

    /// The owner as far as this node knows: itself, or whose beat it heard within the lease.
    public Optional<String> owner(long nowMs) {
        if (tenure.isPresent()) {
            return serves(nowMs) ? Optional.of(ballot.node()) : Optional.empty();
        }
        return heardFrom.filter(owner -> isBound(nowMs) && !owner.equals(ballot.node()));
    }

    private VoteAsk ask(boolean handover) {
        return new VoteAsk(ballot.node(), nextTerm(), ballot.seats(), true, handover);
    }

    private long nextTerm() {
        return Math.max(ballot.term(), knownTerm) + 1;
    }

    private void promise(long term) {
        promisedTerm = Math.max(promisedTerm, term);
        yielded = term > yielded ? NONE : yielded;
    }

    private void lose(long nowMs) {
        tenure = Optional.empty();
        heardFrom = Optional.empty();
        boundSinceMs = nowMs;
    }

    private boolean isBound(long nowMs) {
        return nowMs - boundSinceMs < timing.leaseMs()
                || tenure.filter(own -> own.holds(nowMs, timing.leaseMs())).isPresent();
    }
}
