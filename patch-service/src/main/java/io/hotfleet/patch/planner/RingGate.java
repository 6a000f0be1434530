package io.hotfleet.patch.planner;

import io.hotfleet.patch.policy.Offer;

/// When an offer opens for a ring.
@FunctionalInterface
public interface RingGate {
    /// With one ring, everything opens when it appears.
    RingGate ALL = (offer, _) -> offer.appears();

    /// The minute, or NEVER while the ring before has not settled.
    long opens(Offer offer, int ring);
}
