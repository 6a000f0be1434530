package io.hotfleet.simulator.machine;

import io.hotfleet.simulator.kernel.Randoms;
import java.util.Arrays;
import java.util.List;

/// The state of all machines of one play, in parallel arrays: a machine is its index.
///
/// About 40 bytes a machine, whatever happens to it. Names are shared between the plays of a fleet. Not
/// thread-safe: one play, one thread.
public final class Machines {
    private final String[] names;
    private final long[] keys;
    private final int[] reports;
    private final long[] busyUntilMinute;
    private final int[] hooks;
    private final int[] patchKiB;
    private final int[] retainedKiB;
    private final byte[] workflow;
    private final boolean[] offline;
    private final String[] vbs;

    /// @param names kept, not copied
    public Machines(String[] names) {
        this.names = names;
        keys = Arrays.stream(names).mapToLong(Randoms::key).toArray();
        reports = new int[names.length];
        busyUntilMinute = new long[names.length];
        hooks = new int[names.length];
        patchKiB = new int[names.length];
        retainedKiB = new int[names.length];
        workflow = new byte[names.length];
        offline = new boolean[names.length];
        vbs = new String[names.length];
    }

    /// A hotpatch is in place, or a package and the restart that it needs.
    public void install(int machine, String kb, boolean hotpatch, boolean restart) {
        walk(machine, Workflow.path(hotpatch, restart));
        if (restart) {
            dropPatches(machine);
        } else if (hotpatch) {
            retainedKiB[machine] = Footprint.retainedKiB(retainedKiB[machine], patchKiB[machine]);
            hooks[machine] = Footprint.hooks(keys[machine], Randoms.key(kb));
            patchKiB[machine] = Footprint.patchKiB(hooks[machine]);
        }
    }

    /// Restarts without installing anything.
    public void restart(int machine) {
        walk(machine, Workflow.restart());
        dropPatches(machine);
    }

    public void fail(int machine) {
        walk(machine, List.of(Workflow.OFFERED, Workflow.FAILED));
    }

    /// The number of the machine's next report.
    public int nextReport(int machine) {
        return ++reports[machine];
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

    /// @param state off | configured | running; null where not known
    public void vbs(int machine, String state) {
        vbs[machine] = state;
    }

    public View view(int machine) {
        return new View(
                names[machine],
                Workflow.values()[workflow[machine]],
                vbs[machine],
                hooks[machine],
                patchKiB[machine],
                retainedKiB[machine]);
    }

    public long key(int machine) {
        return keys[machine];
    }

    private void dropPatches(int machine) {
        hooks[machine] = 0;
        patchKiB[machine] = 0;
        retainedKiB[machine] = 0;
    }

    private void walk(int machine, List<Workflow> path) {
        Workflow here = Workflow.values()[workflow[machine]];
        for (Workflow next : path) {
            if (!here.next().contains(next)) {
                throw new IllegalStateException(names[machine] + " cannot go from " + here + " to " + next);
            }
            here = next;
        }
        workflow[machine] = (byte) here.ordinal();
    }

    /// What a machine says of itself.
    ///
    /// @param vbs null where not known
    public record View(String name, Workflow workflow, String vbs, int hooks, int patchKiB, int retainedKiB) {}
}
