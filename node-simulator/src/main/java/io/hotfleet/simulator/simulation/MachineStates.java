package io.hotfleet.simulator.simulation;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.cost.ReleaseContents;
import io.hotfleet.simulator.inventory.VbsState;
import java.util.Arrays;

/// The state of all machines of one play, in parallel arrays: a machine is its index.
///
/// Some 90 bytes a machine, whatever happens to it. Names are shared between the plays of a fleet. Not
/// thread-safe: one play, one thread.
public final class MachineStates {
    private static final int SECONDS_A_MINUTE = 60;

    private final String[] names;
    private final long[] keys;
    private final int[] reports;
    private final int[] ends;
    private final long[] busyUntilMinute;
    private final MachineMemories memories;
    private final boolean[] offline;
    private final VbsState[] vbs;

    /// @param names kept, not copied
    /// @param kinds by index, as the names; kept, not copied
    public MachineStates(long seed, String[] names, MachineProfile[] kinds, ReleaseContents contents) {
        this.names = names;
        keys = Arrays.stream(names).mapToLong(Randoms::key).toArray();
        reports = new int[names.length];
        ends = new int[names.length];
        busyUntilMinute = new long[names.length];
        memories = new MachineMemories(seed, keys, kinds, contents);
        offline = new boolean[names.length];
        vbs = new VbsState[names.length];
        Arrays.fill(vbs, VbsState.UNKNOWN);
    }

    /// A hotpatch is in place, or a package and the restart that it needs. Without running VBS a hotpatch leaves
    /// memory alone.
    public void install(int machine, UpdateWork work, long endMinute) {
        switch (work) {
            case UpdateWork.Hotpatch hotpatch -> {
                if (isPatchable(machine)) {
                    memories.hotpatch(machine, hotpatch.kb(), endMinute * SECONDS_A_MINUTE);
                }
                restart(machine, work);
            }
            case UpdateWork.Files _ -> memories.clear(machine);
            case UpdateWork.Fix _ -> restart(machine, work);
        }
    }

    private void restart(int machine, UpdateWork work) {
        if (work.restart() && isPatchable(machine)) {
            memories.restart(machine);
        } else if (work.restart()) {
            memories.clear(machine);
        }
    }

    private boolean isPatchable(int machine) {
        return vbs[machine] == VbsState.RUNNING;
    }

    /// The number of the machine's next report.
    public int nextReport(int machine) {
        return ++reports[machine];
    }

    /// The number of the machine's next report that enters the history, which reports of progress do not.
    public int nextEnd(int machine) {
        return ++ends[machine];
    }

    public void busyUntil(int machine, long minute) {
        busyUntilMinute[machine] = Math.max(busyUntilMinute[machine], minute);
    }

    public long busyUntil(int machine) {
        return busyUntilMinute[machine];
    }

    public void offline(int machine, boolean away) {
        offline[machine] = away;
    }

    public boolean isOffline(int machine) {
        return offline[machine];
    }

    public void vbs(int machine, VbsState state) {
        vbs[machine] = state;
    }

    public View view(int machine, long minute) {
        Counters counters = memories.at(machine, minute * SECONDS_A_MINUTE);
        return new View(names[machine], vbs[machine], counters.hooks(), counters.patchKib(), counters.retainedKib());
    }

    public long key(int machine) {
        return keys[machine];
    }

    /// What a machine says of itself.
    public record View(String name, VbsState vbs, int hooks, int patchKiB, int retainedKiB) {}
}
