package io.hotfleet.simulator.assessment;

import java.util.Comparator;
import java.util.List;

/// The gates in the order in which they decide; those that are not known here come last, by name.
final class GateOrder {
    static final String BASELINE = "BASELINE";

    private static final List<String> GATES = List.of(
            "EDITION",
            "BUILD",
            "INSTALL_OPTION",
            "PLATFORM",
            "IMAGE",
            "FIRMWARE",
            "VBS_NOT_RUNNING",
            "TABLE_SIZE",
            "ARC",
            "SUBSCRIPTION",
            "LICENCE",
            "OPT_IN",
            "PATCH_MODE",
            "EXTENSION",
            "POLICY",
            "CHPE",
            BASELINE,
            "UPDATE_SOURCE");

    static final Comparator<String> BY_PLACE =
            Comparator.comparingInt(GateOrder::place).thenComparing(Comparator.naturalOrder());

    private GateOrder() {}

    /// Whether a gate is asked after the track.
    static boolean isBehindBaseline(String gate) {
        return place(gate) > place(BASELINE);
    }

    private static int place(String gate) {
        int place = GATES.indexOf(gate);
        return place < 0 ? GATES.size() : place;
    }
}
