package io.hotfleet.patch.entitlement;

import java.util.List;

/// What one machine is entitled to, by all gates but the baseline.
///
/// @param from first minute for which it holds
/// @param until first minute for which it no longer does
/// @param gates those that do not pass, in order; empty where it may hotpatch
public record Entitlement(long from, long until, boolean hotpatch, List<Gate> gates) {
    private static final List<Gate> NONE = List.of(Gate.LICENCE);

    /// The gates that stand in the way at a minute; empty where none does.
    List<Gate> gatesAt(long minute) {
        return minute >= until || (!hotpatch && gates.isEmpty()) ? NONE : gates;
    }

    static List<Gate> gatesWithout() {
        return NONE;
    }
}
