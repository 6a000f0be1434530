package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.entitlement.Gate;
import java.util.List;

/// A machine as far as its reports tell.
///
/// @param hotpatch whether it would take the next hotpatch, as of the fleet's clock
/// @param gates that keep it from it, the baseline apart
record MachineView(
        String machine,
        String product,
        String kb,
        String baseline,
        boolean onTrack,
        boolean hotpatch,
        List<Gate> gates,
        boolean online,
        int seq,
        int restarts,
        int hotpatches,
        int downSeconds,
        String vbs,
        int hooks,
        int patchKiB,
        int retainedKiB) {}
