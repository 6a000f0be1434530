package io.hotfleet.stack.scenario.stage;

import io.hotfleet.stack.scenario.Outcome;
import java.util.Locale;

/// The scenarios by their names.
public enum Troubles {
    CHAOS,
    SCALE,
    DRAIN,
    CUT,
    UPGRADE;

    /// @return null where none has this name
    public static Troubles named(String name) {
        for (Troubles trouble : values()) {
            if (trouble.name().toLowerCase(Locale.ROOT).equals(name)) {
                return trouble;
            }
        }
        return null;
    }

    /// @param seed of what happens by chance
    public Outcome play(Stage stage, long seed) {
        Trouble trouble =
                switch (this) {
                    case CHAOS -> new Deletions(stage.suite(), seed);
                    case SCALE -> new Scaling(stage);
                    case DRAIN -> new Emptying(stage);
                    case CUT -> new Cut(stage);
                    case UPGRADE -> new Upgrade(stage);
                };
        return stage.play(name().toLowerCase(Locale.ROOT), trouble);
    }
}
