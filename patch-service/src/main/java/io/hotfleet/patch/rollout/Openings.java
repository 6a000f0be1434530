package io.hotfleet.patch.rollout;

import io.hotfleet.patch.plan.Offer;

/// When an offer opens for a ring.
@FunctionalInterface
public interface Openings {
    /// With one ring, everything opens when it appears.
    Openings ALL = (offer, _) -> offer.appears();

    /// The minute, or NEVER while the ring before has not settled.
    long opens(Offer offer, int ring);
}
