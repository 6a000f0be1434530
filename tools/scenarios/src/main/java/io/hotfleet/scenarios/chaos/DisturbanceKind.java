package io.hotfleet.scenarios.chaos;

import io.hotfleet.scenarios.suite.Outcome;
import java.util.Locale;

/// The scenarios by their names.
public enum DisturbanceKind {
    CHAOS,
    SCALE,
    DRAIN,
    CUT,
    UPGRADE;

    /// @return null where none has this name
    public static DisturbanceKind named(String name) {
        for (DisturbanceKind disturbance : values()) {
            if (disturbance.name().toLowerCase(Locale.ROOT).equals(name)) {
                return disturbance;
            }
        }
        return null;
    }

    /// @param seed of what happens by chance
    public Outcome play(BaselineMonth baseline, long seed) {
        Disturbance disturbance =
                switch (this) {
                    case CHAOS -> new PodDeletions(baseline.suite(), seed);
                    case SCALE -> new Scaling(baseline);
                    case DRAIN -> new NodeDrain(baseline);
                    case CUT -> new NetworkCut(baseline);
                    case UPGRADE -> new RollingUpgrade(baseline);
                };
        return baseline.play(name().toLowerCase(Locale.ROOT), disturbance);
    }
}
