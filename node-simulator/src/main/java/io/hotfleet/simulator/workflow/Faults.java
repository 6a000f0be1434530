package io.hotfleet.simulator.workflow;

import java.util.EnumMap;
import java.util.Map;

/// The faults that lie on one node.
final class Faults {
    private static final int NORMAL_PER_CENT = 100;
    private static final int SLOWEST_PER_CENT = 10_000;

    private final Map<Fault, Integer> waiting = new EnumMap<>(Fault.class);

    void put(Fault fault, int value) {
        waiting.put(fault, value);
    }

    void heal(Fault fault) {
        waiting.remove(fault);
    }

    boolean has(Fault fault) {
        return waiting.containsKey(fault);
    }

    /// Whether the fault strikes now; one that strikes once is gone afterwards.
    boolean strikes(Fault fault) {
        boolean here = waiting.containsKey(fault);
        if (!fault.isLasting()) {
            waiting.remove(fault);
        }
        return here;
    }

    /// The value of a fault that strikes now, or -1.
    int strike(Fault fault) {
        int value = waiting.getOrDefault(fault, -1);
        return strikes(fault) ? Math.max(0, value) : -1;
    }

    int slowness() {
        int value = waiting.getOrDefault(Fault.SLOW_NODE, NORMAL_PER_CENT);
        return Math.clamp(value, NORMAL_PER_CENT, SLOWEST_PER_CENT);
    }

    int skewSeconds() {
        return waiting.getOrDefault(Fault.CLOCK_SKEW, 0);
    }

    Map<Fault, Integer> all() {
        return Map.copyOf(waiting);
    }
}
