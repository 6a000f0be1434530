package io.hotfleet.simulator.machine;

import io.hotfleet.simulator.kernel.Randoms;

/// What a hotpatch leaves in a machine's memory: how many functions it diverts, how much code it brings, how
/// much of the code before it is kept because something may still refer to it.
///
/// Placeholders of the right shape, no measurement: nobody publishes such figures. A release diverts 16 to 79
/// functions, the same on every machine; a machine loads between half and all of the images concerned.
/// Hotpatches of one lineage are cumulative, so the newest one's hooks replace the older ones', whose patch
/// code stays as retained code until the next restart. A restart drops all of it.
final class Footprint {
    private static final int HOOKS_MIN = 16;
    private static final int HOOKS_SPREAD = 64;
    private static final int CODE_KIB_A_HOOK = 24;
    private static final int ALL_IN_PERCENT = 100;
    private static final int LOADED_PERCENT_MIN = 50;

    private Footprint() {}

    /// Functions of the machine's loaded images that the release diverts.
    static int hooks(long machineKey, long kbKey) {
        int functions = HOOKS_MIN + (int) (Randoms.uniform(0, kbKey, 0, 0) * HOOKS_SPREAD);
        int loaded = LOADED_PERCENT_MIN
                + (int) (Randoms.uniform(0, machineKey, 0, 1) * (ALL_IN_PERCENT - LOADED_PERCENT_MIN + 1));
        return Math.max(1, functions * loaded / ALL_IN_PERCENT);
    }

    static int patchKiB(int hooks) {
        return hooks * CODE_KIB_A_HOOK;
    }

    /// @param patchKiBBefore of the hotpatch that is replaced
    static int retainedKiB(int retainedKiBBefore, int patchKiBBefore) {
        return retainedKiBBefore + patchKiBBefore;
    }
}
