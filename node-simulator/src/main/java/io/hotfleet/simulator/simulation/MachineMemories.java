package io.hotfleet.simulator.simulation;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.cost.Lineage;
import io.hotfleet.node.memory.cost.ReleaseContents;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The memories of all machines of one play: what each applied since its boot, and when. The figures are derived
/// from that when they are asked.
///
/// A machine is taken to have run the files that its first hotpatch is made for: whether it did is patch-service's
/// matter, which gave the command.
final class MachineMemories {
    private static final long SEED_KEY = Randoms.key("memory");

    private final long[] seeds;
    private final MachineProfile[] kinds;
    private final ReleaseContents contents;
    private final Map<Files, Lineage> roots = new HashMap<>();
    /// Null where nothing is patched.
    private final Lineage[] lineages;

    /// For each machine `room` times, in seconds since 1970.
    private long[] appliedSeconds;

    private int room = 4;

    /// @param kinds kept, not copied
    MachineMemories(long seed, long[] machineKeys, MachineProfile[] kinds, ReleaseContents contents) {
        this.seeds = Arrays.stream(machineKeys)
                .map(key -> Randoms.bits(seed, key, SEED_KEY, 0))
                .toArray();
        this.kinds = kinds;
        this.contents = contents;
        this.lineages = new Lineage[kinds.length];
        this.appliedSeconds = new long[kinds.length * room];
    }

    private record Files(MachineProfile kind, String release) {}

    /// A hotpatch that is not newer than what is there changes nothing.
    void hotpatch(int machine, String kb, long atSeconds) {
        Manifest manifest = contents.hotpatch(kinds[machine].product(), kb);
        Lineage before = lineages[machine];
        if (before == null || !before.booted().accepts(manifest)) {
            before = root(new Files(kinds[machine], manifest.baselines().getFirst()), manifest.product());
        }
        if (before.takes(manifest)) {
            int step = before.applied().size();
            if (step == room) {
                widen();
            }
            appliedSeconds[machine * room + step] = atSeconds;
            before = before.with(manifest);
        }
        lineages[machine] = before;
    }

    /// A hotpatch that is registered is applied again.
    void restart(int machine) {
        if (lineages[machine] != null) {
            lineages[machine] = lineages[machine].restarted();
        }
    }

    /// Other files, or a boot without VBS: nothing is patched.
    void clear(int machine) {
        lineages[machine] = null;
    }

    Counters at(int machine, long nowSeconds) {
        Lineage lineage = lineages[machine];
        return lineage == null
                ? Counters.NONE
                : lineage.footprint()
                        .at(seeds[machine], Retention.REFERENCED, appliedSeconds, machine * room, nowSeconds);
    }

    private Lineage root(Files files, String product) {
        return roots.computeIfAbsent(
                files,
                _ -> Lineage.of(
                        files.kind().shape(),
                        Installation.fresh(product, files.release(), contents.files(product, files.release()))));
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
