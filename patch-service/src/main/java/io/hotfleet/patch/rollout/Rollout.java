package io.hotfleet.patch.rollout;

import java.time.YearMonth;
import java.util.Arrays;

/// One month of one product in one fleet.
///
/// @param appeared minute in which its release appeared, `started` and `changed` minutes of the fleet's time
/// @param version count of its changes
/// @param accepted failures of each ring that somebody resumed in spite of
record Rollout(Key key, long appeared, RolloutState state, long started, long changed, int version, int[] accepted) {
    private static final int[] NONE = {};

    record Key(RolloutId id, String product, YearMonth month) {
        static Key of(String product, YearMonth month) {
            return new Key(RolloutId.of(product, month), product, month);
        }
    }

    static Rollout begun(Key key, long appeared, RolloutState state, long minute) {
        return new Rollout(key, appeared, state, minute, minute, 1, NONE);
    }

    /// Itself where nothing changes.
    Rollout with(RolloutState now, long minute) {
        return now.equals(state) ? this : new Rollout(key, appeared, now, started, minute, version + 1, accepted);
    }

    Rollout accepting(int[] failures) {
        return Arrays.equals(failures, accepted)
                ? this
                : new Rollout(key, appeared, state, started, changed, version, failures.clone());
    }
}
