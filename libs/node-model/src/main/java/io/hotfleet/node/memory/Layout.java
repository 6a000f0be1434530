package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.kernel.Randoms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a machine maps its images: three arenas (kernel, session, user), random gaps from the machine's seed.
///
/// Behind each image lies the space of its address table, behind that room for patch images. The layout depends on
/// seed and files alone, not on the boot, so that two boots of a machine can be compared byte by byte.
final class Layout {
    /// Room for patch images beside one image: within reach of a 32-bit displacement.
    static final long PATCH_ROOM_BYTES = 16L << 20;

    private static final long GRANULE = 64L << 10;
    private static final int GAP_GRANULES = 4_096;
    private static final long KERNEL_ARENA = 0xFFFF_F800_0000_0000L;
    private static final long SESSION_ARENA = 0xFFFF_F960_0000_0000L;
    private static final long USER_ARENA = 0x7FF8_0000_0000L;

    private Layout() {}

    static Map<String, Long> of(Setup setup, List<Image> files) {
        long[] ends = {KERNEL_ARENA, SESSION_ARENA, USER_ARENA};
        Map<String, Long> addresses = new HashMap<>();
        for (Image file : files) {
            int arena = file.kind().ordinal();
            long gap = (long)
                    (GAP_GRANULES * Randoms.uniform(setup.seed(), Randoms.key("layout"), Randoms.key(file.name()), 0));
            long address = ends[arena] + gap * GRANULE;
            addresses.put(file.name(), address);
            long end = patchRoom(file, address, setup.tableBytes()) + PATCH_ROOM_BYTES;
            ends[arena] = (end + GRANULE - 1) / GRANULE * GRANULE;
        }
        return addresses;
    }

    static long table(Image file, long address) {
        return address + (long) PatchImage.pages(file.sizeBytes()) * Setup.PAGE_BYTES;
    }

    static long patchRoom(Image file, long address, int tableBytes) {
        return table(file, address) + Hpat.reservedBytes(tableBytes);
    }
}
