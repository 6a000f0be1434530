package io.hotfleet.simulator.simulation;

import io.hotfleet.node.batch.UpdatePath;
import io.hotfleet.node.batch.UpdatePath.Entered;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.node.workflow.Assumptions.Span;
import io.hotfleet.node.workflow.Phase;
import java.util.ArrayList;
import java.util.List;

/// How long the parts of one node's cycle take: drain, install, restart.
///
/// @param drainSeconds all roles together
/// @param downSeconds 0 without restart
public record UpdateCycle(int drainSeconds, int installSeconds, int downSeconds) {
    private static final int DRAIN = 1;
    private static final int INSTALL = 2;
    private static final int RESTART = 3;
    private static final String KB_OF_FIX = "FIX";
    private static final int SECONDS_A_MINUTE = 60;

    /// Draws the durations: the same for the same seed, machine and KB, whenever and wherever it is asked.
    public static UpdateCycle draw(UpdateWork work, Assumptions assumptions, long seed, long machineKey) {
        long kb = Randoms.key(work.installs().orElse(KB_OF_FIX));
        int drain = work.drainRoles() == 0
                ? 0
                : work.drainRoles() * seconds(assumptions.drainPerRole(), seed, machineKey, kb, DRAIN);
        int install =
                switch (work) {
                    case UpdateWork.Hotpatch _ -> seconds(assumptions.hotpatchInstall(), seed, machineKey, kb, INSTALL);
                    case UpdateWork.Files _ -> seconds(assumptions.cumulativeInstall(), seed, machineKey, kb, INSTALL);
                    case UpdateWork.Fix _ -> 0;
                };
        int down = work.restart() ? seconds(assumptions.restart(), seed, machineKey, kb, RESTART) : 0;
        return new UpdateCycle(drain, install, down);
    }

    /// The minute at which the cycle that began at `atMinute` has ended: rounded up, and later than its start.
    public long endMinute(long atMinute) {
        long seconds = (long) drainSeconds + installSeconds + downSeconds;
        return atMinute + Math.max(1, Math.ceilDiv(seconds, SECONDS_A_MINUTE));
    }

    /// The states that an undisturbed piece of work passes through before it has ended.
    public List<Entered> phases(UpdateWork work) {
        List<Entered> phases = new ArrayList<>(
                switch (work) {
                    case UpdateWork.Hotpatch _ -> UpdatePath.HOTPATCH.entered(drainSeconds, installSeconds);
                    case UpdateWork.Files _ -> UpdatePath.FILES.entered(drainSeconds, installSeconds);
                    case UpdateWork.Fix _ -> List.<Entered>of();
                });
        if (work.restart()) {
            phases.add(new Entered(Phase.RESTARTING, drainSeconds + installSeconds));
        } else if (work instanceof UpdateWork.Hotpatch) {
            phases.add(new Entered(Phase.RETIRING, drainSeconds + installSeconds));
        }
        return phases;
    }

    private static int seconds(Span span, long seed, long machine, long kb, int step) {
        return span.fixed() ? span.seconds() : Randoms.seconds(span.seconds(), seed, machine, kb, step);
    }
}
