package io.hotfleet.patch.planner;

/// The votes of a cluster of up to 64 nodes, one bit a node.
///
/// Votes are dealt anew after each change that the cluster survives: every running node has one; an even
/// number without witness takes one away, and a witness votes only where it makes the total odd.
///
/// What happens in one and the same minute is judged by the votes dealt before it, so the order of reports
/// within a minute does not matter: simultaneous losses need the majority, successive ones may leave a last
/// man standing.
///
/// @param up nodes that run
/// @param votes nodes that hold a vote
/// @param witnessVotes whether the witness holds one, too
/// @param basis the votes by which this minute's losses are judged
/// @param basisWitness the witness's part of them
/// @param since the minute of the last change
/// @param running whether the cluster has quorum
public record Quorum(
        int nodes,
        boolean witness,
        long up,
        long votes,
        boolean witnessVotes,
        long basis,
        boolean basisWitness,
        long since,
        boolean running) {
    public static final int NODES_MAX = 64;

    /// All nodes up, votes dealt.
    public static Quorum of(int nodes, boolean witness) {
        long all = nodes == NODES_MAX ? -1L : (1L << nodes) - 1;
        return new Quorum(nodes, witness, all, 0, false, 0, false, Long.MIN_VALUE, true)
                .dealt()
                .judgedFrom(Long.MIN_VALUE);
    }

    /// A node is lost without warning.
    Quorum lose(int node, long minute) {
        Quorum then = at(minute).withUp(up & ~bit(node));
        return !then.running ? then : then.majority() ? then.dealt() : then.stopped();
    }

    /// A node leaves in order: it hands its vote over first.
    Quorum drained(int node, long minute) {
        return at(minute).withUp(up & ~bit(node)).dealt().judgedFrom(minute);
    }

    /// A node comes back. A cluster that had lost quorum runs again when the majority of its last votes is there.
    public Quorum join(int node, long minute) {
        Quorum then = at(minute).withUp(up | bit(node));
        return then.running || then.majority() ? then.dealt() : then;
    }

    /// A further node takes its place among the others: it is up and has a vote.
    public Quorum entered(int node, long minute) {
        if (nodes == 0) {
            return of(1, witness).judgedFrom(minute);
        }
        Quorum before = at(minute);
        Quorum then = new Quorum(
                nodes + 1,
                witness,
                opened(up, node) | bit(node),
                opened(before.votes, node),
                witnessVotes,
                opened(before.basis, node),
                before.basisWitness,
                minute,
                running);
        return running ? then.dealt() : then;
    }

    /// A node leaves for good, up or down: its vote goes along, and the others move up. A cluster that had lost quorum
    /// runs again when the majority of the last votes that are left is there.
    public Quorum left(int node, long minute) {
        Quorum before = at(minute);
        Quorum then = new Quorum(
                nodes - 1,
                witness,
                closed(up, node),
                closed(before.votes, node),
                witnessVotes,
                closed(before.basis, node),
                before.basisWitness,
                minute,
                running);
        return running || then.majority() ? then.dealt().judgedFrom(minute) : then;
    }

    /// Whether the node may go down: every other node is up, and after it has handed over its vote the rest keeps the
    /// majority. A cluster of one node has nobody to hand over to and may restart as a stand-alone machine does.
    boolean mayDrain(int node) {
        if (nodes == 1) {
            return isUp(node);
        }
        return running
                && downCount() == 0
                && withUp(up & ~bit(node)).dealt().judgedFrom(since).majority();
    }

    public boolean isUp(int node) {
        return (up & bit(node)) != 0;
    }

    int downCount() {
        return nodes - Long.bitCount(up);
    }

    /// Whether the cluster serves: it has quorum and a node that runs.
    public boolean serves() {
        return running && up != 0;
    }

    private Quorum at(long minute) {
        return minute == since ? this : judgedFrom(minute);
    }

    private Quorum judgedFrom(long minute) {
        return new Quorum(nodes, witness, up, votes, witnessVotes, votes, witnessVotes, minute, running);
    }

    private Quorum withUp(long nowUp) {
        return new Quorum(nodes, witness, nowUp, votes, witnessVotes, basis, basisWitness, since, running);
    }

    private Quorum stopped() {
        return new Quorum(nodes, witness, up, basis, basisWitness, basis, basisWitness, since, false);
    }

    private boolean majority() {
        int all = Long.bitCount(basis) + (basisWitness ? 1 : 0);
        int left = Long.bitCount(basis & up) + (basisWitness ? 1 : 0);
        return 2 * left > all;
    }

    /// The node with the highest number gives its vote up where the number is even and no witness makes it odd.
    private Quorum dealt() {
        boolean even = Long.bitCount(up) % 2 == 0;
        long dealt = even && !witness && up != 0 ? up & ~Long.highestOneBit(up) : up;
        return new Quorum(nodes, witness, up, dealt, even && witness, basis, basisWitness, since, true);
    }

    /// Room for one more at a place: whoever stood there or behind it moves back by one.
    private static long opened(long bits, int place) {
        long before = bit(place) - 1;
        return (bits & ~before) << 1 | bits & before;
    }

    /// Without the one at a place: whoever stood behind it moves up by one.
    private static long closed(long bits, int place) {
        long before = bit(place) - 1;
        return bits >>> 1 & ~before | bits & before;
    }

    private static long bit(int node) {
        return 1L << node;
    }
}
