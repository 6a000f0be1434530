package io.hotfleet.simulator.simulation;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.batch.BatchMemory;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.cost.Lineage;
import io.hotfleet.node.memory.cost.ReleaseContents;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What patch-service's commands leave in the memories of all machines of one run.
///
/// A machine is taken to have run the files that its first hotpatch is made for: whether it did is patch-service's
/// matter, which gave the command.
final class MachineMemories {
    private static final long SEED_KEY = Randoms.key("memory");
    private static final int HOTPATCHES_USUAL = 4;

    private final MachineProfile[] kinds;
    private final ReleaseContents contents;
    private final Map<Files, Lineage> roots = new HashMap<>();
    private final BatchMemory memory;

    /// @param kinds kept, not copied
    MachineMemories(long seed, long[] machineKeys, MachineProfile[] kinds, ReleaseContents contents) {
        this.kinds = kinds;
        this.contents = contents;
        long[] seeds = Arrays.stream(machineKeys)
                .map(key -> Randoms.bits(seed, key, SEED_KEY, 0))
                .toArray();
        this.memory = new BatchMemory(seeds, HOTPATCHES_USUAL);
    }

    private record Files(MachineProfile kind, String release) {}

    /// A hotpatch that is not newer than what is there changes nothing.
    void hotpatch(int machine, String kb, long atSeconds) {
        Manifest manifest = contents.hotpatch(kinds[machine].product(), kb);
        Lineage before = memory.lineage(machine);
        if (before == null || !before.booted().accepts(manifest)) {
            before = root(new Files(kinds[machine], manifest.baselines().getFirst()), manifest.product());
        }
        if (before.takes(manifest)) {
            memory.applied(machine, before.with(manifest), atSeconds);
        } else {
            memory.booted(machine, before);
        }
    }

    /// A hotpatch that is registered is applied again.
    void restart(int machine) {
        if (memory.lineage(machine) != null) {
            memory.booted(machine, memory.lineage(machine).restarted());
        }
    }

    /// Other files, or a boot without VBS: nothing is patched.
    void clear(int machine) {
        memory.booted(machine, null);
    }

    Counters at(int machine, long nowSeconds) {
        return memory.at(machine, nowSeconds);
    }

    private Lineage root(Files files, String product) {
        return roots.computeIfAbsent(
                files,
                _ -> Lineage.of(
                        files.kind().shape(),
                        Installation.fresh(product, files.release(), contents.files(product, files.release()))));
    }
}
