package io.hotfleet.clusternode.election;

import java.util.Optional;
import java.util.function.Predicate;

/// What a node may do as the owner of the clustered role; in any other node all of it comes to nothing.
public final class RoleOwnership {
    private final VoterState standing;
    /// The last beat of the term that this node owned and gave up, until it knows who owns the next one.
    private Optional<OwnerBeat> yielded = Optional.empty();

    RoleOwnership(VoterState standing) {
        this.standing = standing;
    }

    /// Whether this node owns the role, and nobody else can.
    public boolean serves(long nowMs) {
        boolean holds =
                standing.tenure().filter(own -> own.holds(nowMs, leaseMs())).isPresent();
        return holds && yielded.filter(last -> last.term() == term()).isEmpty();
    }

    /// What an owner tells the voters now; empty for all other nodes. An owner whose lease is over ends here.
    public Optional<OwnerBeat> beat(long nowMs) {
        if (standing.tenure().filter(own -> own.isOver(nowMs, leaseMs())).isPresent()) {
            standing.lose(nowMs);
        }
        return standing.tenure().map(own -> new OwnerBeat(node(), term(), own.seats()));
    }

    /// @param sentMs when the beat was sent
    public void answered(OwnerBeat beat, OwnerBeat.Answer answer, long sentMs) {
        if (!answer.heard() && answer.term() > term()) {
            standing.hold(Optional.empty());
        }
        standing.hold(standing.tenure()
                .filter(own -> beat.term() == term())
                .map(own -> answer.heard() ? own.answered(answer.node(), beat.seats(), sentMs) : own));
    }

    /// Gives the role up, for good in this term.
    ///
    /// @return the last word of the owner that this node was; empty where others know better who owns the role
    public Optional<OwnerBeat> giveUp(long nowMs) {
        if (serves(nowMs)) {
            yielded = beat(nowMs);
        }
        return yielded.filter(last -> standing.promisedTerm() <= last.term());
    }

    /// Another node owns the role that this one gave up.
    public void handedOver(long nowMs) {
        standing.lose(nowMs);
        yielded = Optional.empty();
    }

    /// Gives a node its vote (back), or takes it away; only a serving owner can.
    ///
    /// @return whether the node's seat is as wished; if not, the same may succeed later
    public boolean seat(String node, boolean seated, long nowMs) {
        if (!serves(nowMs) || node.equals(node())) {
            return false;
        }
        if (seats().has(node) != seated) {
            Membership wished = seated ? seats().with(node) : seats().without(node);
            standing.hold(standing.tenure().map(own -> own.change(wished, nowMs, leaseMs())));
            standing.tenure().ifPresent(own -> standing.note(ballot -> ballot.with(own.seats())));
        }
        return seats().has(node) == seated;
    }

    /// Takes the vote of one voter that has not answered for a whole lease; only a serving owner can.
    ///
    /// @return whose it was
    public Optional<String> evict(Predicate<String> unwanted, long nowMs) {
        return standing.tenure().stream()
                .flatMap(own -> own.silent(nowMs, leaseMs()).stream())
                .filter(unwanted)
                .findFirst()
                .filter(node -> seat(node, false, nowMs));
    }

    /// Whether the seats last: a majority knows them, so nobody is elected who does not.
    public boolean isSettled() {
        return standing.tenure().filter(Tenure::isSettled).isPresent();
    }

    private String node() {
        return standing.ballot().node();
    }

    private long term() {
        return standing.ballot().term();
    }

    private Membership seats() {
        return standing.ballot().seats();
    }

    private long leaseMs() {
        return standing.timing().leaseMs();
    }
}
