package io.hotfleet.patch.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// How updates are rolled out.
///
/// @param rings shares are cumulative and end with 100 percent
public record Policy(OutOfBand outOfBand, IfRestartNeeded ifRestartNeeded, int clusterSoakMinutes, List<Ring> rings) {
    public static final Policy DEFAULT = new Policy(null, null, 0, null);

    public enum OutOfBand {
        @JsonProperty("none")
        NONE,
        @JsonProperty("hotpatch-only")
        HOTPATCH_ONLY,
        @JsonProperty("all")
        ALL
    }

    public enum IfRestartNeeded {
        @JsonProperty("fall-back")
        FALL_BACK,
        @JsonProperty("hold")
        HOLD
    }

    /// @param sharePercent of all units, those of the rings before included
    /// @param soakMinutes from the last unit's settling to the opening of the next ring
    public record Ring(String name, double sharePercent, int soakMinutes) {}

    public Policy {
        outOfBand = outOfBand == null ? OutOfBand.HOTPATCH_ONLY : outOfBand;
        ifRestartNeeded = ifRestartNeeded == null ? IfRestartNeeded.FALL_BACK : ifRestartNeeded;
        rings = rings == null || rings.isEmpty() ? List.of(new Ring("all", 100, 0)) : List.copyOf(rings);
    }

    public boolean holds() {
        return ifRestartNeeded == IfRestartNeeded.HOLD;
    }
}
