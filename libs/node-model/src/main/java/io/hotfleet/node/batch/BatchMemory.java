package io.hotfleet.node.batch;

import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.cost.Lineage;

/// The memories of many machines: what each applied since its boot, and when. The figures are derived from that when
/// they are asked, and equal those of the detailed memory.
///
/// Some 40 bytes a machine. A thread touches only its own machines; [#applied] makes room for all where there is too
/// little, hence whoever uses several threads tells the most steps beforehand.
public final class BatchMemory {
    private static final Retention RETENTION = Retention.REFERENCED;

    private final long[] seeds;
    /// Null where nothing is patched.
    private final Lineage[] lineages;

    /// For each machine `room` times, in seconds since 1970.
    private long[] appliedSeconds;

    private int room;

    /// @param seeds by machine; kept, not copied
    /// @param steps hotpatches since a boot for which there is room
    public BatchMemory(long[] seeds, int steps) {
        this.seeds = seeds;
        this.lineages = new Lineage[seeds.length];
        this.room = steps;
        this.appliedSeconds = new long[seeds.length * steps];
    }

    /// What the machine applied since its boot; null where nothing is patched.
    public Lineage lineage(int machine) {
        return lineages[machine];
    }

    /// A machine has applied one more hotpatch.
    ///
    /// @param lineage with it
    public void applied(int machine, Lineage lineage, long atSeconds) {
        int step = lineage.applied().size() - 1;
        if (step == room) {
            widen();
        }
        appliedSeconds[machine * room + step] = atSeconds;
        lineages[machine] = lineage;
    }

    /// A machine has other files than before, or the past of one that restarted.
    ///
    /// @param lineage null where nothing is patched
    public void booted(int machine, Lineage lineage) {
        lineages[machine] = lineage;
    }

    public Counters at(int machine, long nowSeconds) {
        Lineage lineage = lineages[machine];
        return lineage == null
                ? Counters.NONE
                : lineage.footprint().at(seeds[machine], RETENTION, appliedSeconds, machine * room, nowSeconds);
    }

    /// The old code in KiB, without making anything.
    int retainedKib(int machine, long nowSeconds) {
        Lineage lineage = lineages[machine];
        return lineage == null
                ? 0
                : lineage.footprint()
                        .retainedKib(seeds[machine], RETENTION, appliedSeconds, machine * room, nowSeconds);
    }

    /// When the last invocation leaves old code; 0 if none is in it any more.
    long heldUntilSeconds(int machine, long nowSeconds) {
        return lineages[machine]
                .footprint()
                .heldUntilSeconds(seeds[machine], appliedSeconds, machine * room, nowSeconds);
    }

    private void widen() {
        long[] wider = new long[appliedSeconds.length * 2];
        for (int machine = 0; machine < lineages.length; machine++) {
            System.arraycopy(appliedSeconds, machine * room, wider, machine * room * 2, room);
        }
        appliedSeconds = wider;
        room *= 2;
    }
}
