package io.hotfleet.simulator.seal;

import io.hotfleet.simulator.link.Packages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Seals with their default limits.
public final class TestSeals {
    private TestSeals() {}

    private record FixedSealConfig(Optional<Path> root, Duration recheckAfter, int findingsMax) implements SealConfig {}

    public static Seals of(Packages packages, Clock clock) {
        return new Seals(packages, clock, new FixedSealConfig(Optional.empty(), Duration.ofMinutes(15), 1_000));
    }
}
