package io.hotfleet.node.memory.cost;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.AddressSpace.Disturbance;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.OldCode;
import io.hotfleet.node.memory.Segment;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.List;

/// The counters of every machine of one shape that booted from one installation and applied certain hotpatches since.
///
/// One table serves all such machines, whatever their seeds; asking it costs some ten nanoseconds for each piece of
/// old code and allocates nothing but the answer. It holds for machines to which nothing else has happened: after a
/// process exit or with a hung thread, ask [MemoryView#counters] of the replayed memory. Immutable, for any thread.
public final class Footprint {
    private final Counters settled;
    private final boolean partly;
    private final long[] hotpatches;
    private final long[] pieces;
    private final int[] kibs;
    private final int[] regions;
    private final int[] steps;

    private Footprint(Counters settled, boolean partly, List<Segment> segments) {
        this.settled = settled;
        this.partly = partly;
        hotpatches = segments.stream()
                .mapToLong(segment -> Randoms.key(segment.replacedBy()))
                .toArray();
        pieces = segments.stream()
                .mapToLong(segment -> OldCode.key(segment.image(), segment.patchAddress() != 0))
                .toArray();
        kibs = segments.stream().mapToInt(Segment::kib).toArray();
        regions = segments.stream()
                .mapToInt(segment -> segment.patchAddress() == 0 ? 0 : 1)
                .toArray();
        steps = segments.stream()
                .mapToInt(segment -> (int) segment.sinceSeconds())
                .toArray();
    }

    /// @param booted what the last boot started from
    /// @param applied hotpatches since, in order
    public static Footprint of(Shape shape, int tableBytes, Installation booted, List<Manifest> applied) {
        Setup setup = new Setup(0, shape, tableBytes, Retention.UNTIL_RESTART);
        AddressSpace space = AddressSpace.boot(setup, booted, true, 0);
        for (int step = 0; step < applied.size(); step++) {
            space.load(step, applied.get(step), Disturbance.NONE);
            space.hook(step, Disturbance.NONE);
            space.commit(step, Disturbance.NONE);
        }
        List<Segment> segments = MemoryView.of(space).retained();
        Counters all = MemoryView.counters(space);
        int patchImages = (int)
                segments.stream().filter(segment -> segment.patchAddress() != 0).count();
        Counters settled = new Counters(all.hooks(), all.patchKib(), 0, all.regions() - patchImages);
        return new Footprint(settled, !space.waitingForBoot().isEmpty(), segments);
    }

    /// Without old code: what stays until the next hotpatch or boot.
    public Counters settled() {
        return settled;
    }

    /// Whether a part waits for the next boot.
    public boolean isPartly() {
        return partly;
    }

    /// @param appliedSeconds when this machine applied each of the hotpatches
    public Counters at(long seed, Retention retention, long[] appliedSeconds, long nowSeconds) {
        return at(seed, retention, appliedSeconds, 0, nowSeconds);
    }

    /// @param appliedSeconds when this machine applied each of the hotpatches, from index `first` on
    public Counters at(long seed, Retention retention, long[] appliedSeconds, int first, long nowSeconds) {
        int retainedKib = 0;
        int retainedRegions = 0;
        for (int i = 0; i < pieces.length; i++) {
            long age = nowSeconds - appliedSeconds[first + steps[i]];
            if (OldCode.isRetained(retention, age, heldSeconds(i, seed, age))) {
                retainedKib += kibs[i];
                retainedRegions += regions[i];
            }
        }
        return new Counters(settled.hooks(), settled.patchKib(), retainedKib, settled.regions() + retainedRegions);
    }

    /// The old code in KiB, without making anything.
    public int retainedKib(long seed, Retention retention, long[] appliedSeconds, int first, long nowSeconds) {
        int kib = 0;
        for (int i = 0; i < pieces.length; i++) {
            long age = nowSeconds - appliedSeconds[first + steps[i]];
            kib += OldCode.isRetained(retention, age, heldSeconds(i, seed, age)) ? kibs[i] : 0;
        }
        return kib;
    }

    /// When the last invocation leaves old code; 0 if none is in it any more.
    public long heldUntilSeconds(long seed, long[] appliedSeconds, int first, long nowSeconds) {
        long until = 0;
        for (int i = 0; i < pieces.length; i++) {
            long since = appliedSeconds[first + steps[i]];
            long held = heldSeconds(i, seed, nowSeconds - since);
            until = since + held > nowSeconds ? Math.max(until, since + held) : until;
        }
        return until;
    }

    private long heldSeconds(int piece, long seed, long age) {
        return age < OldCode.HELD_SECONDS_MAX ? OldCode.heldSeconds(seed, hotpatches[piece], pieces[piece]) : 0;
    }
}
