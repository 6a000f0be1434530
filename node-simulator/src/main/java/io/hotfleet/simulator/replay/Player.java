package io.hotfleet.simulator.replay;

import java.util.Optional;
import java.util.function.Supplier;

/// Who plays rehearsals.
public interface Player {
    /// Waits for a place, then plays what the claim gives, on a thread of its own.
    ///
    /// @param claim asked once there is a place
    /// @return whether it gave anything
    boolean play(Supplier<Optional<Claim>> claim) throws InterruptedException;
}
