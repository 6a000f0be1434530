package io.hotfleet.node.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.node.memory.MemoryView.Entry;
import io.hotfleet.node.memory.MemoryView.Page;
import io.hotfleet.node.memory.MemoryView.Region;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/// What holds in every machine's memory at every moment.
public final class Invariants {
    private Invariants() {}

    public static void check(AddressSpace space, MemoryView view, long now) {
        noPageIsWritableAndExecutable(view);
        everyPageLiesInARegionOfItsProtection(view, regionsThatDoNotOverlap(view));
        view.retained().forEach(segment -> assertThat(segment.isRetained(now))
                .as("%s is held", segment)
                .isTrue());
        boolean inFlight = isInFlight(space);
        for (LoadedImage image : space.images.values()) {
            slotsDoNotLeak(image);
            divertedCallsArrive(image);
            patchImagesAreNeeded(image, view, inFlight);
            require(image.hooks.isEmpty() || image.file().publisher().equals("Microsoft"), image.file());
        }
    }

    private static void noPageIsWritableAndExecutable(MemoryView view) {
        for (Page page : view.pages()) {
            require(!page.after().writable() || !page.after().executable(), page);
        }
        for (Region region : view.regions()) {
            require(!region.protection().contains("W") || !region.protection().contains("X"), region);
        }
    }

    /// By address; the kernel's are negative and none crosses zero, so that the order is one of signed numbers.
    private static Region[] regionsThatDoNotOverlap(MemoryView view) {
        Region[] regions = view.regions().toArray(Region[]::new);
        Arrays.sort(regions, Comparator.comparingLong(Region::address));
        for (int i = 1; i < regions.length; i++) {
            if (regions[i - 1].address() + regions[i - 1].bytes() > regions[i].address()) {
                throw new AssertionError(regions[i - 1] + " overlaps " + regions[i]);
            }
        }
        return regions;
    }

    private static void everyPageLiesInARegionOfItsProtection(MemoryView view, Region[] regions) {
        for (Page page : view.pages()) {
            Region around = around(regions, page.address());
            boolean inside = page.address() + Setup.PAGE_BYTES <= around.address() + around.bytes();
            require(inside && around.protection().equals(protection(page.after())), page);
        }
        for (Hook hook : view.hooks()) {
            require(around(regions, hook.oldAddress()).protection().equals("RX"), hook);
            require(around(regions, hook.newAddress()).protection().equals("RX"), hook);
        }
    }

    private static Region around(Region[] regions, long address) {
        int low = 0;
        int high = regions.length;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (regions[middle].address() <= address) {
                low = middle;
            } else {
                high = middle;
            }
        }
        require(address < regions[low].address() + regions[low].bytes(), Long.toHexString(address));
        return regions[low];
    }

    private static String protection(Entry entry) {
        return (entry.present() ? "R" : "") + (entry.writable() ? "W" : "") + (entry.executable() ? "X" : "");
    }

    private static void slotsDoNotLeak(LoadedImage image) {
        BitSet slots = new BitSet();
        image.hooks.values().forEach(hook -> slots.set(hook.slot()));
        require(slots.cardinality() == image.hooks.size() && slots.equals(image.hpat.used()), image.file());
    }

    private static void divertedCallsArrive(LoadedImage image) {
        require(image.words.keySet().equals(image.hooks.keySet()), image.words);
        image.hooks.forEach((rva, hook) -> {
            require(Hook.isDiverted(image.word(rva)) && image.hpat.undoRva(hook.slot()) == rva, hook);
            long arrives = image.hpat.pointer(hook.slot());
            boolean verified = false;
            for (PatchImage patch : image.patches) {
                int place = patch.offsets().getOrDefault(rva, 0);
                verified |= place != 0
                        && patch.address() + place == arrives
                        && patch.kb().equals(hook.kb());
            }
            require(verified, hook);
        });
    }

    private static void patchImagesAreNeeded(LoadedImage image, MemoryView view, boolean inFlight) {
        for (PatchImage patch : image.patches) {
            boolean active = image.active().filter(patch::equals).isPresent();
            boolean retained = view.retained().stream().anyMatch(segment -> segment.patchAddress() == patch.address());
            assertThat(active || retained || inFlight)
                    .as("%s beside %s", patch.kb(), patch.part().name())
                    .isTrue();
        }
    }

    private static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static boolean isInFlight(AddressSpace space) {
        boolean inFlight = false;
        for (MemoryEvent event : space.history()) {
            inFlight = switch (event) {
                case MemoryEvent.Loaded _, MemoryEvent.Hooked _ -> true;
                case MemoryEvent.Booted _, MemoryEvent.WentDown _, MemoryEvent.Committed _, MemoryEvent.Undone _ ->
                    false;
                case MemoryEvent.Exited _, MemoryEvent.Started _ -> inFlight;
            };
        }
        return inFlight;
    }
}
