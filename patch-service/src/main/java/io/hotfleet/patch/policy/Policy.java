package io.hotfleet.patch.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// How updates are rolled out.
///
/// @param rings shares are cumulative and end with 100 percent
/// @param coordination null for CLUSTER
/// @param failureGate of live fleets; null bears everything
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Policy(
        OutOfBand outOfBand,
        IfRestartNeeded ifRestartNeeded,
        int clusterSoakMinutes,
        List<Ring> rings,
        Coordination coordination,
        FailureGate failureGate) {
    public static final Policy DEFAULT = new Policy(null, null, 0, null);

    /// Whether nodes of a cluster wait for each other.
    enum Coordination {
        @JsonProperty("cluster")
        CLUSTER,
        /// Each node by its window alone: the schedule that knows nothing of clusters.
        @JsonProperty("none")
        NONE
    }

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

    public Policy(OutOfBand outOfBand, IfRestartNeeded ifRestartNeeded, int clusterSoakMinutes, List<Ring> rings) {
        this(outOfBand, ifRestartNeeded, clusterSoakMinutes, rings, null, null);
    }

    public boolean coordinated() {
        return coordination != Coordination.NONE;
    }

    public boolean holds() {
        return ifRestartNeeded == IfRestartNeeded.HOLD;
    }
}
