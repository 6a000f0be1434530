package io.hotfleet.simulator.host.vote;

import io.hotfleet.simulator.host.vote.VoteAsk.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Several electors in one thread and one time, with nodes that fall silent and links that are cut.
final class Ring {
    static final Timing TIMING = new Timing(100, 1_000, 200);

    final Map<String, Elector> up = new LinkedHashMap<>();
    private final Map<String, Ballot> disks = new LinkedHashMap<>();
    private final Set<String> cut = new HashSet<>();
    private final Seats first;
    long nowMs;

    Ring(String... nodes) {
        first = Seats.first(List.of(nodes));
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

    /// At most one node at a time: who loses more than that may as well set up a new cluster.
    void forget(String node) {
        if (disks.values().stream().noneMatch(Ballot::newcomer)) {
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
            if (elector.serves(nowMs)) {
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
        elector.beat(nowMs).ifPresent(beat -> beat.seats().voters().forEach(other -> tell(node, other, beat)));
        elector.probe(nowMs)
                .filter(probe -> elector.wins(probe, ask(node, probe)))
                .ifPresent(_ -> stand(node, Kind.ELECTION));
        keep(node);
    }

    boolean stand(String node, Kind kind) {
        VoteAsk ask = up.get(node).stand(kind);
        keep(node);
        boolean elected = up.get(node).elect(ask, ask(node, ask), nowMs);
        keep(node);
        return elected;
    }

    boolean reaches(String one, String other) {
        return up.containsKey(one)
                && up.containsKey(other)
                && !one.equals(other)
                && !cut.contains(one)
                && !cut.contains(other);
    }

    Optional<String> ownerSeenBy(String node) {
        return up.get(node).owner(nowMs);
    }

    private void tell(String from, String to, Beat beat) {
        if (reaches(from, to)) {
            Beat.Answer answer = up.get(to).hear(beat, nowMs);
            keep(to);
            up.get(from).answered(beat, answer, nowMs);
        }
    }

    private List<VoteAsk.Answer> ask(String from, VoteAsk ask) {
        List<VoteAsk.Answer> answers = new ArrayList<>();
        for (String voter : ask.seats().voters()) {
            if (reaches(from, voter)) {
                answers.add(up.get(voter).judge(ask, nowMs));
                keep(voter);
            }
        }
        return answers;
    }

    private void keep(String node) {
        disks.put(node, up.get(node).ballot());
    }
}
