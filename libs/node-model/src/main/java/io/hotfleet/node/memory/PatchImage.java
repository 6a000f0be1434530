package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The new code for one image, mapped beside it: one page of headers, then the functions in the manifest's order.
///
/// Code integrity checked its pages when it was mapped, so what is mapped is verified.
///
/// @param part what the manifest says of the image
/// @param diverted functions that need a hook, because they take a slot and the files do not hold them yet
/// @param offsets of the functions, by the RVA they replace
public record PatchImage(
        String kb, Image part, List<Function> diverted, long address, int sizeBytes, Map<Integer, Integer> offsets) {
    private static final int ALIGNMENT = 16;

    static PatchImage of(String kb, Image part, List<Function> diverted) {
        Map<Integer, Integer> offsets = HashMap.newHashMap(part.functions().size());
        int end = Setup.PAGE_BYTES;
        for (Function function : part.functions()) {
            offsets.put(function.rva(), end);
            end += (function.newSize() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        return new PatchImage(kb, part, diverted, 0, pages(end) * Setup.PAGE_BYTES, offsets);
    }

    PatchImage at(long place) {
        return new PatchImage(kb, part, diverted, place, sizeBytes, offsets);
    }

    static int pages(int bytes) {
        return (bytes + Setup.PAGE_BYTES - 1) / Setup.PAGE_BYTES;
    }

    long addressOf(int rva) {
        return address + offsets.get(rva);
    }

    /// Whether what lies at an address is the code that the manifest says of a function.
    boolean holds(Function function, long at) {
        for (Function held : part.functions()) {
            if (addressOf(held.rva()) == at) {
                return held.digest().equals(function.digest());
            }
        }
        return false;
    }

    int kib() {
        return sizeBytes >> 10;
    }

    long end() {
        return address + sizeBytes;
    }
}
