package io.hotfleet.clusternode.pod;

import io.hotfleet.clusternode.agent.LocalNode;
import io.hotfleet.clusternode.agent.NodePhase;
import io.hotfleet.clusternode.election.Ordinal;
import io.hotfleet.clusternode.election.OwnerBeat;
import io.hotfleet.clusternode.election.VoteRequest;
import io.hotfleet.clusternode.pod.Peers.SeatAnswer;
import io.hotfleet.clusternode.pod.Peers.SeatAsk;
import io.hotfleet.clusternode.pod.Peers.TakeOver;
import io.quarkus.logging.Log;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a node does for its cluster at each beat, and what it answers its peers.
final class ClusterProtocol {
    private final LocalNode host;
    private final Peers peers;

    ClusterProtocol(LocalNode host, Peers peers) {
        this.host = host;
        this.peers = peers;
    }

    /// An owner tells that it is there; any other node looks for one, or stands for election itself.
    void beat() {
        Optional<OwnerBeat> beat = host.vote(elector -> elector.ownership().beat(LocalNode.nowMs()));
        if (beat.isPresent()) {
            tell(beat.get());
        } else if (host.phase().takesPart()) {
            boolean lost = host.vote(elector -> elector.candidacy().probe(LocalNode.nowMs()))
                    .filter(probe -> !stand(probe))
                    .isPresent();
            // the cluster may have gone on without a newcomer
            if (!isSeated() || lost && host.notes().ballot().newcomer()) {
                askForSeat();
            }
        }
    }

    /// Nodes that are not wanted any more and fell silent cannot give their votes away: they leave all the same.
    void evict(int wanted) {
        host.vote(elector -> elector.ownership().evict(node -> Ordinal.of(node) >= wanted, LocalNode.nowMs()))
                .ifPresent(node -> Log.warnf("%s was scaled in while it was down: its vote has left", node));
    }

    OwnerBeat.Answer hear(OwnerBeat beat) {
        return host.vote(elector -> elector.hear(beat, LocalNode.nowMs()));
    }

    VoteRequest.Answer judge(VoteRequest ask) {
        return host.vote(elector -> elector.judge(ask, LocalNode.nowMs()));
    }

    /// Only the owner changes a seat; all others say who it is.
    SeatAnswer seat(SeatAsk ask) {
        Optional<SeatAnswer> changed = host.serves() ? change(ask) : Optional.empty();
        if (changed.isPresent()) {
            changed.filter(answer -> !answer.settled()).map(SeatAnswer::beat).ifPresent(this::tell);
            return changed.get();
        }
        if (ask.seated()) {
            greet(ask.node());
        }
        return new SeatAnswer(host.owner().orElse(null), null, false);
    }

    private Optional<SeatAnswer> change(SeatAsk ask) {
        return host.vote(elector -> elector.ownership().seat(ask.node(), ask.seated(), LocalNode.nowMs())
                ? elector.ownership()
                        .beat(LocalNode.nowMs())
                        .map(beat -> new SeatAnswer(
                                host.name(), beat, elector.ownership().isSettled()))
                : Optional.empty());
    }

    /// With a seat the node may be needed for the majority, which must be bound by promises: it gives its own when it
    /// hears the owner, and gets the seat the next time that it asks. Without this an owner that is left alone
    /// stays so.
    private void greet(String node) {
        host.vote(elector -> elector.ownership().beat(LocalNode.nowMs())).ifPresent(beat -> tell(Set.of(node), beat));
    }

    /// The owner has given up: stands for election while nobody else can, the others' promises being the owner's.
    boolean takeOver(TakeOver ask) {
        return host.phase().takesPart()
                && host.vote(elector -> elector.candidacy().probeFor(ask.last()))
                        .filter(this::stand)
                        .isPresent();
    }

    /// Gives the role up, and hands it over to the first node that takes it; a node without anybody to hand it to has
    /// done so.
    ///
    /// @return whether another node owns it
    boolean handOver() {
        Optional<OwnerBeat> last = others().isEmpty() ? Optional.empty() : giveUp();
        if (last.isEmpty()) {
            return true;
        }
        TakeOver ask = new TakeOver(last.get());
        boolean taken = others().stream().anyMatch(node -> peers.takeOver(node, ask));
        if (taken) {
            forget();
        }
        return taken;
    }

    /// Nobody took what this node gave up: it owns it again, or does not know whether it does.
    void takeBack() {
        giveUp().ifPresent(last -> {
            if (!takeOver(new TakeOver(last))) {
                forget();
            }
        });
    }

    private Optional<OwnerBeat> giveUp() {
        return host.vote(elector -> elector.ownership().giveUp(LocalNode.nowMs()));
    }

    private void forget() {
        host.vote(elector -> {
            elector.ownership().handedOver(LocalNode.nowMs());
            return elector;
        });
    }

    /// Gives the own vote away. The owner's word alone may be lost with it: the cluster would count on a node that is
    /// not there any more.
    ///
    /// @return whether a majority knows it, or there is nobody to give it to
    boolean unseat() {
        if (others().isEmpty() || hasLeft()) {
            return true;
        }
        Optional<SeatAnswer> answer = askOwner(new SeatAsk(host.name(), false));
        answer.map(SeatAnswer::beat).ifPresent(this::hear);
        return answer.filter(SeatAnswer::settled).isPresent() && !isSeated();
    }

    private void askForSeat() {
        askOwner(new SeatAsk(host.name(), true)).map(SeatAnswer::beat).ifPresent(this::hear);
    }

    /// Who has no vote hears of no new owner: it asks the last one that it knows of, then the others.
    ///
    /// @return what the owner answers; empty where none is found
    private Optional<SeatAnswer> askOwner(SeatAsk ask) {
        Set<String> nodes = new LinkedHashSet<>();
        host.owner().ifPresent(nodes::add);
        nodes.addAll(others());
        nodes.remove(host.name());
        for (String node : nodes) {
            Optional<SeatAnswer> answer = peers.seat(node, ask);
            String owner = answer.map(SeatAnswer::owner).orElse(host.name());
            if (!owner.equals(host.name())) {
                return owner.equals(node) ? answer : peers.seat(owner, ask);
            }
        }
        return Optional.empty();
    }

    /// @return whether it was elected
    private boolean stand(VoteRequest probe) {
        List<VoteRequest.Answer> would = peersOf(probe);
        if (!host.vote(elector -> elector.candidacy().wins(probe, would))) {
            return false;
        }
        VoteRequest ask = host.vote(elector -> elector.candidacy().stand(probe));
        List<VoteRequest.Answer> answers = peersOf(ask);
        boolean elected = host.vote(elector -> elector.candidacy().elect(ask, answers, LocalNode.nowMs()));
        if (elected) {
            Log.infof("%s owns the role in term %d", host.name(), ask.term());
            host.vote(elector -> elector.ownership().beat(LocalNode.nowMs())).ifPresent(this::tell);
        }
        return elected;
    }

    private List<VoteRequest.Answer> peersOf(VoteRequest ask) {
        Set<String> voters = new TreeSet<>(ask.seats().voters());
        voters.remove(host.name());
        return peers.ask(voters, ask);
    }

    private void tell(OwnerBeat beat) {
        Set<String> voters = beat.seats().voters().stream()
                .filter(node -> !node.equals(host.name()))
                .collect(Collectors.toSet());
        tell(voters, beat);
    }

    private void tell(Set<String> nodes, OwnerBeat beat) {
        peers.beat(
                nodes,
                beat,
                (answer, sentMs) -> host.vote(elector -> {
                    elector.ownership().answered(beat, answer, sentMs);
                    return answer;
                }));
    }

    /// Still on its way up from a restart, before which it had given its vote away.
    private boolean hasLeft() {
        return host.phase() instanceof NodePhase.Booting && host.notes().exitedMs() > 0 && !isSeated();
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
