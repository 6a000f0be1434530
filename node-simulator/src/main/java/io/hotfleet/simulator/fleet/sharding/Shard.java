package io.hotfleet.simulator.fleet.sharding;

import io.hotfleet.node.kernel.Randoms;

/// The nodes that are one simulator's among `replicas` of them: those that draw the highest weight for its ordinal
/// (rendezvous hashing).
///
/// Whoever knows the number knows every node's place, so nobody keeps a table. A simulator that joins takes its own
/// from each of the others, one that leaves gives to each; nothing moves between those that stay. A question costs one
/// draw a replica.
///
/// @param ordinal of the simulator, from 0; one that is not below `replicas` is to go, and has nothing
public record Shard(int ordinal, int replicas) {
    /// Of a simulator that is alone.
    public static final Shard ALL = new Shard(0, 1);

    private static final long KEY = Randoms.key("share");

    public Shard {
        if (ordinal < 0 || replicas < 0) {
            throw new IllegalArgumentException("Ordinal " + ordinal + " of " + replicas + ": neither is negative");
        }
    }

    /// @param fleet number of the live fleet
    public boolean has(long fleet, String node) {
        return ordinal < replicas && ordinal == owner(fleet, Randoms.key(node));
    }

    /// Of equal weights the first one's counts.
    private int owner(long fleet, long node) {
        int owner = 0;
        long highest = Randoms.bits(KEY, fleet, node, 0);
        for (int i = 1; i < replicas; i++) {
            long weight = Randoms.bits(KEY, fleet, node, i);
            if (weight > highest) {
                owner = i;
                highest = weight;
            }
        }
        return owner;
    }
}
