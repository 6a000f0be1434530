package io.hotfleet.simulator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.simulator.memory.MemoryView.Page;
import io.hotfleet.simulator.memory.MemoryView.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What holds in every machine's memory at every moment.
public final class Invariants {
    private Invariants() {}

    public static void check(AddressSpace space, MemoryView view, long now) {
        noPageIsWritableAndExecutable(view);
        if (mayHaveMapped(space.history().getLast())) {
            regionsDoNotOverlap(view);
        }
        view.retained().forEach(segment -> assertThat(segment.isRetained(now))
                .as("%s is held", segment)
                .isTrue());
        boolean inFlight = isInFlight(space);
        space.images.values().forEach(image -> {
            slotsDoNotLeak(image);
            divertedCallsArrive(image);
            patchImagesAreNeeded(image, view, inFlight);
            if (!image.file().publisher().equals("Microsoft")) {
                assertThat(image.hooks).isEmpty();
            }
        });
    }

    private static void noPageIsWritableAndExecutable(MemoryView view) {
        for (Page page : view.pages()) {
            require(!page.after().writable() || !page.after().executable(), page);
        }
        for (Region region : view.regions()) {
            require(!region.protection().contains("W") || !region.protection().contains("X"), region);
        }
    }

    private static boolean mayHaveMapped(MemoryEvent last) {
        return switch (last) {
            case MemoryEvent.Booted _, MemoryEvent.Loaded _, MemoryEvent.Started _ -> true;
            case MemoryEvent.Hooked _, MemoryEvent.Committed _, MemoryEvent.Undone _, MemoryEvent.Exited _ -> false;
        };
    }

    private static void regionsDoNotOverlap(MemoryView view) {
        List<Region> regions = new ArrayList<>(view.regions());
        regions.sort(Comparator.comparing(Region::address, Long::compareUnsigned));
        for (int i = 1; i < regions.size(); i++) {
            Region before = regions.get(i - 1);
            if (Long.compareUnsigned(
                            before.address() + before.bytes(), regions.get(i).address())
                    > 0) {
                throw new AssertionError(before + " overlaps " + regions.get(i));
            }
        }
    }

    private static void slotsDoNotLeak(LoadedImage image) {
        Set<Integer> slots = new HashSet<>();
        image.hooks.values().forEach(hook -> slots.add(hook.slot()));
        assertThat(slots).hasSize(image.hooks.size());
        BitSet used = image.hpat.used();
        assertThat(used.cardinality()).isEqualTo(slots.size());
        assertThat(slots).allMatch(used::get);
    }

    private static void divertedCallsArrive(LoadedImage image) {
        assertThat(image.words.keySet()).isEqualTo(image.hooks.keySet());
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
                case MemoryEvent.Booted _, MemoryEvent.Committed _, MemoryEvent.Undone _ -> false;
                case MemoryEvent.Exited _, MemoryEvent.Started _ -> inFlight;
            };
        }
        return inFlight;
    }
}
