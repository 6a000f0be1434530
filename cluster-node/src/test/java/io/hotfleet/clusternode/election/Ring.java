package io.hotfleet.clusternode.election;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Several electors in one thread and one time, with nodes that fall silent, links that are cut and answers that are
/// lost.
final class Ring {
    static final Timing TIMING = new Timing(100, 1_000, 200);

    final Map<String, Elector> up = new LinkedHashMap<>();
    private final Map<String, Ballot> disks = new LinkedHashMap<>();
    private final Set<String> cut = new HashSet<>();
    private final Membership first;
    /// Whether the next message arrives; its answer is another one.
    BooleanSupplier arrives = () -> true;
    long nowMs;

    Ring(String... nodes) {
        first = Membership.first(List.of(nodes));
        List.of(nodes).forEach(this::start);
    }

    /// With what its disk remembers.
    void start(String node) {
        Ballot ballot = disks.getOrDefault(node, Ballot.newcomer(node, first));
        up.put(node, new Elector(ballot, TIMING, node.charAt(0) - 'a', nowMs));
    }

    void stop(String node) {
        up.remove(node);
    }

    /// At most one node at a time, and not the last that knows: who loses more may as well set up a new cluster.
    void forget(String node) {
        Membership newest = disks.values().stream()
                .map(Ballot::seats)
                .max(Membership::compareTo)
                .orElse(first);
        boolean oneKnows = newest.voters().size() > 1 && disks.values().stream().noneMatch(Ballot::newcomer);
        if (oneKnows) {
            disks.put(node, Ballot.newcomer(node, first));
        }
    }

    /// No word from or to the node.
    void cut(String node) {
        cut.add(node);
    }

    void join(String node) {
        cut.remove(node);
    }

    Set<String> serving() {
        Set<String> serving = new HashSet<>();
        up.forEach((node, elector) -> {
            if (elector.ownership().serves(nowMs)) {
                serving.add(node);
            }
        });
        return serving;
    }

    /// Lets every node act once in each beat.
    void run(long forMs) {
        for (long end = nowMs + forMs; nowMs < end; nowMs += TIMING.beatMs()) {
            for (String node : List.copyOf(up.keySet())) {
                act(node);
            }
        }
    }

    void act(String node) {
        Elector elector = up.get(node);
        elector.ownership()
                .beat(nowMs)
                .ifPresent(beat -> beat.seats().voters().forEach(other -> tell(node, other, beat)));
        elector.candidacy().probe(nowMs).ifPresent(probe -> stand(node, probe));
        keep(node);
    }

    /// The owner gives up, for good in its term; any of the others may hear of it, at any later time.
    Optional<OwnerBeat> giveUp(String owner) {
        return up.get(owner).ownership().giveUp(nowMs);
    }

    boolean takeOver(String node, OwnerBeat last) {
        Optional<VoteRequest> probe = up.get(node).candidacy().probeFor(last);
        keep(node);
        return probe.filter(found -> stand(node, found)).isPresent();
    }

    /// What a node does that leaves in order: it asks until a majority knows that its vote is gone.
    ///
    /// @return whether it is gone for good, its disk with it
    boolean leave(String node) {
        for (String owner : serving()) {
            Elector asked = up.get(owner);
            boolean gone = reaches(owner, node)
                    && asked.ownership().seat(node, false, nowMs)
                    && asked.ownership().isSettled();
            keep(owner);
            if (gone) {
                up.remove(node);
                disks.remove(node);
                return true;
            }
        }
        return false;
    }

    boolean reaches(String one, String other) {
        return up.containsKey(one)
                && up.containsKey(other)
                && !one.equals(other)
                && !cut.contains(one)
                && !cut.contains(other)
                && arrives.getAsBoolean();
    }

    Optional<String> ownerSeenBy(String node) {
        return up.get(node).owner(nowMs);
    }

    private boolean stand(String node, VoteRequest probe) {
        Elector elector = up.get(node);
        if (!elector.candidacy().wins(probe, ask(node, probe))) {
            return false;
        }
        VoteRequest ask = elector.candidacy().stand(probe);
        keep(node);
        boolean elected = elector.candidacy().elect(ask, ask(node, ask), nowMs);
        keep(node);
        return elected;
    }

    private void tell(String from, String to, OwnerBeat beat) {
        if (reaches(from, to)) {
            OwnerBeat.Answer answer = up.get(to).hear(beat, nowMs);
            keep(to);
            if (arrives.getAsBoolean()) {
                up.get(from).ownership().answered(beat, answer, nowMs);
            }
        }
    }

    private List<VoteRequest.Answer> ask(String from, VoteRequest ask) {
        List<VoteRequest.Answer> answers = new ArrayList<>();
        for (String voter : ask.seats().voters()) {
            if (reaches(from, voter)) {
                VoteRequest.Answer answer = up.get(voter).judge(ask, nowMs);
                keep(voter);
                if (arrives.getAsBoolean()) {
                    answers.add(answer);
                }
            }
        }
        return answers;
    }

    private void keep(String node) {
        disks.put(node, up.get(node).ballot());
    }
}
