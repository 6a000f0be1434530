package io.hotfleet.clusternode.election;

/// How long promises last.
///
/// @param beatMs between two beats of an owner
/// @param leaseMs how long a heard beat binds its hearer, and an answered one entitles its owner
/// @param staggerMs by how much later than the node before it a node stands for election
public record Timing(long beatMs, long leaseMs, long staggerMs) {
    public Timing {
        if (beatMs <= 0 || leaseMs < 2 * beatMs || staggerMs <= 0) {
            throw new IllegalArgumentException("beatMs " + beatMs + ", leaseMs " + leaseMs + ", staggerMs " + staggerMs
                    + ": accepted are positive times with a lease of two beats or more");
        }
    }
}
