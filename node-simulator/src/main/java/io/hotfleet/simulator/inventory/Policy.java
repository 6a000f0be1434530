package io.hotfleet.simulator.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How updates are rolled out.
///
/// @param outOfBand none | hotpatch-only | all
/// @param ifRestartNeeded fall-back | hold
public record Policy(String outOfBand, String ifRestartNeeded, int clusterSoakMinutes, List<Ring> rings) {
    /// What holds where a fleet file says nothing.
    public static final Policy DEFAULT =
            new Policy("hotpatch-only", "fall-back", 0, List.of(new Ring("broad", 100.0, 0)));

    /// @param sharePercent cumulative share of the units, 0 < share ≤ 100
    public record Ring(String name, double sharePercent, int soakMinutes) {}

    /// This policy with the given parts in their place.
    ///
    /// @param stated by the fleet file's field: a String, for `clusterSoak` minutes, for `rings` a list of [Ring]
    public Policy with(Map<String, Object> stated) {
        List<Ring> given = new ArrayList<>();
        if (stated.get("rings") instanceof List<?> list) {
            list.forEach(ring -> given.add((Ring) ring));
        }
        return new Policy(
                (String) stated.getOrDefault("outOfBand", outOfBand),
                (String) stated.getOrDefault("ifRestartNeeded", ifRestartNeeded),
                (Integer) stated.getOrDefault("clusterSoak", clusterSoakMinutes),
                given.isEmpty() ? rings : List.copyOf(given));
    }
}
