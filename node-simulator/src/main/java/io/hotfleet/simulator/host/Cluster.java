package io.hotfleet.simulator.host;

import io.hotfleet.simulator.host.Peers.SeatAnswer;
import io.hotfleet.simulator.host.Peers.SeatAsk;
import io.hotfleet.simulator.host.Peers.TakeOver;
import io.hotfleet.simulator.host.vote.Beat;
import io.hotfleet.simulator.host.vote.VoteAsk;
import io.hotfleet.simulator.host.vote.VoteAsk.Kind;
import io.quarkus.logging.Log;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a node does for its cluster at each beat, and what it answers its peers.
final class Cluster {
    private final Host host;
    private final Peers peers;

    Cluster(Host host, Peers peers) {
        this.host = host;
        this.peers = peers;
    }

    /// An owner tells that it is there; any other node looks for one, or stands for election itself.
    void beat() {
        Optional<Beat> beat = host.vote(elector -> elector.beat(Host.nowMs()));
        if (beat.isPresent()) {
            tell(beat.get());
        } else if (host.phase().takesPart()) {
            host.vote(elector -> elector.probe(Host.nowMs())).ifPresent(this::stand);
            if (!isSeated()) {
                askForSeat();
            }
        }
    }

    Beat.Answer hear(Beat beat) {
        return host.vote(elector -> elector.hear(beat, Host.nowMs()));
    }

    VoteAsk.Answer judge(VoteAsk ask) {
        return host.vote(elector -> elector.judge(ask, Host.nowMs()));
    }

    /// Only the owner changes a seat; all others say who it is.
    SeatAnswer seat(SeatAsk ask) {
        if (host.serves() && host.vote(elector -> elector.seat(ask.node(), ask.seated(), Host.nowMs()))) {
            Beat beat = host.vote(elector -> elector.beat(Host.nowMs())).orElse(null);
            return new SeatAnswer(host.name(), beat);
        }
        if (ask.seated()) {
            greet(ask.node());
        }
        return new SeatAnswer(host.owner().orElse(null), null);
    }

    /// With a seat the node may be needed for the majority, which must be bound by promises: it gives its own when it
    /// hears the owner, and gets the seat the next time that it asks. Without this an owner that is left alone
    // stays so.
    private void greet(String node) {
        host.vote(elector -> elector.beat(Host.nowMs())).ifPresent(beat -> tell(Set.of(node), beat));
    }

    /// The owner wants to go: stands for election while it still holds the others' promises.
    boolean takeOver(TakeOver ask) {
        boolean asked = host.phase().takesPart()
                && host.owner().filter(ask.from()::equals).isPresent()
                && host.notes().ballot().term() == ask.term();
        return asked && elect(Kind.HANDOVER);
    }

    /// Hands the role over, to the first node that takes it; a node without anybody to hand it to has done so.
    ///
    /// @return whether this node does not own it, or not any more
    boolean handOver() {
        if (others().isEmpty() || !host.vote(elector -> elector.serves(Host.nowMs()))) {
            return true;
        }
        TakeOver ask = new TakeOver(host.name(), host.notes().ballot().term());
        return others().stream().anyMatch(node -> peers.takeOver(node, ask));
    }

    /// Gives the own vote away.
    ///
    /// @return whether the owner agreed, or there is nobody to give it to
    boolean unseat() {
        if (others().isEmpty() || !isSeated()) {
            return true;
        }
        host.owner()
                .filter(owner -> !owner.equals(host.name()))
                .flatMap(owner -> peers.seat(owner, new SeatAsk(host.name(), false)))
                .map(SeatAnswer::beat)
                .ifPresent(this::hear);
        return !isSeated();
    }

    /// Asks the owner, or those who may know it.
    private void askForSeat() {
        SeatAsk ask = new SeatAsk(host.name(), true);
        Set<String> asked = host.owner().map(Set::of).orElseGet(this::others);
        for (String node : asked) {
            Optional<SeatAnswer> answer = peers.seat(node, ask);
            String owner = answer.map(SeatAnswer::owner).orElse(node);
            Optional<SeatAnswer> last = asked.contains(owner) ? answer : peers.seat(owner, ask);
            last.map(SeatAnswer::beat).ifPresent(this::hear);
            if (host.hasVote()) {
                return;
            }
        }
    }

    private void stand(VoteAsk probe) {
        List<VoteAsk.Answer> answers = peersOf(probe);
        boolean hopeful = host.vote(elector -> elector.wins(probe, answers));
        if (hopeful) {
            elect(Kind.ELECTION);
        } else if (host.notes().ballot().newcomer()) {
            // the cluster may have gone on without it
            askForSeat();
        }
    }

    private boolean elect(Kind kind) {
        VoteAsk ask = host.vote(elector -> elector.stand(kind));
        List<VoteAsk.Answer> answers = peersOf(ask);
        boolean elected = host.vote(elector -> elector.elect(ask, answers, Host.nowMs()));
        if (elected) {
            Log.infof("%s owns the role in term %d", host.name(), ask.term());
            host.vote(elector -> elector.beat(Host.nowMs())).ifPresent(this::tell);
        }
        return elected;
    }

    private List<VoteAsk.Answer> peersOf(VoteAsk ask) {
        Set<String> voters = new TreeSet<>(ask.seats().voters());
        voters.remove(host.name());
        return peers.ask(voters, ask);
    }

    private void tell(Beat beat) {
        Set<String> voters = beat.seats().voters().stream()
                .filter(node -> !node.equals(host.name()))
                .collect(Collectors.toSet());
        tell(voters, beat);
    }

    private void tell(Set<String> nodes, Beat beat) {
        peers.beat(
                nodes,
                beat,
                (answer, sentMs) -> host.vote(elector -> {
                    elector.answered(beat, answer, sentMs);
                    return answer;
                }));
    }

    /// As far as it knows; a newcomer may be mistaken.
    private boolean isSeated() {
        return host.notes().ballot().seats().has(host.name());
    }

    private Set<String> others() {
        Set<String> others = new TreeSet<>(host.notes().ballot().seats().voters());
        others.remove(host.name());
        return others;
    }
}
