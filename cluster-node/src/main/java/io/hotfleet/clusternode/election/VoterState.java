package io.hotfleet.clusternode.election;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a node knows and has promised; its parts as voter, candidate and owner share it.
final class VoterState {
    private final Timing timing;
    private Ballot ballot;
    private Optional<Tenure> tenure = Optional.empty();
    private Optional<String> heardFrom = Optional.empty();
    private long boundSinceMs;
    /// A restart forgets which term it was, but no later one.
    private long promisedTerm;

    VoterState(Ballot ballot, Timing timing, long nowMs) {
        this.ballot = ballot;
        this.timing = timing;
        this.boundSinceMs = nowMs;
        this.promisedTerm = ballot.term();
    }

    Timing timing() {
        return timing;
    }

    Ballot ballot() {
        return ballot;
    }

    void note(UnaryOperator<Ballot> how) {
        ballot = how.apply(ballot);
    }

    /// Present while this node owns the role, or believes so.
    Optional<Tenure> tenure() {
        return tenure;
    }

    void hold(Optional<Tenure> changed) {
        tenure = changed;
    }

    /// Owns nothing and follows nobody, and elects nobody within a lease.
    void lose(long nowMs) {
        tenure = Optional.empty();
        heardFrom = Optional.empty();
        boundSinceMs = nowMs;
    }

    void follow(OwnerBeat beat, long nowMs) {
        lose(nowMs);
        heardFrom = Optional.of(beat.owner());
        promise(beat.term());
    }

    /// Whose beat it heard within the lease.
    Optional<String> followed(long nowMs) {
        return heardFrom.filter(owner -> isBound(nowMs) && !owner.equals(ballot.node()));
    }

    void promise(long term) {
        promisedTerm = Math.max(promisedTerm, term);
    }

    /// The latest term whose owner may rely on this node's promise.
    long promisedTerm() {
        return promisedTerm;
    }

    /// How long it has heard nothing that binds it.
    long silenceMs(long nowMs) {
        return nowMs - boundSinceMs;
    }

    boolean isBound(long nowMs) {
        return silenceMs(nowMs) < timing.leaseMs()
                || tenure.filter(own -> own.holds(nowMs, timing.leaseMs())).isPresent();
    }
}
