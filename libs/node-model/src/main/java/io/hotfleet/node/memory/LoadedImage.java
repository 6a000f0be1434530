package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.node.memory.PatchRefused.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One image in memory with its address table, its hooks and the patch images beside it.
///
/// Every change is one of three moves that have an opposite: divert a function, aim an existing hook elsewhere,
/// withdraw a hook. A mutable part of one [AddressSpace]; not thread-safe.
final class LoadedImage {
    private final Image file;
    private final long address;
    private final int tableBytes;
    private final Optional<Image> folded;
    final Hpat hpat;
    /// First words of functions that differ from the file.
    final NavigableMap<Integer, Integer> words = new TreeMap<>();

    final NavigableMap<Integer, Hook> hooks = new TreeMap<>();
    /// Addresses for indirect calls that differ from the file's: whether a call may go there, by RVA.
    NavigableMap<Integer, Boolean> callTargets = new TreeMap<>();

    final Set<String> processes = new TreeSet<>();
    /// In order of address.
    final List<PatchImage> patches = new ArrayList<>();

    private Optional<PatchImage> active = Optional.empty();

    LoadedImage(Image file, long address, int tableBytes, Optional<Image> folded) {
        this.file = file;
        this.address = address;
        this.tableBytes = tableBytes;
        this.folded = folded;
        this.hpat = new Hpat(Layout.table(file, address), tableBytes);
    }

    Image file() {
        return file;
    }

    long address() {
        return address;
    }

    Optional<PatchImage> active() {
        return active;
    }

    void activate(Optional<PatchImage> patch) {
        active = patch;
    }

    /// Functions of a part that need a hook: those the files do not hold already.
    List<Function> diverted(Image part) {
        return fresh(part).filter(function -> function.chunk().takesSlot()).toList();
    }

    /// The call targets that a part changes.
    NavigableMap<Integer, Boolean> callTargets(Image part) {
        NavigableMap<Integer, Boolean> changed = new TreeMap<>();
        fresh(part)
                .flatMap(function -> function.callTargets().stream())
                .forEach(target -> changed.put(target.rva(), target.valid()));
        return changed;
    }

    private Stream<Function> fresh(Image part) {
        Set<String> inFile = new HashSet<>();
        folded.ifPresent(old -> old.functions().forEach(function -> inFile.add(function.digest())));
        return part.functions().stream().filter(function -> !inFile.contains(function.digest()));
    }

    /// The bytes at the beginning of a function.
    int word(int rva) {
        return words.getOrDefault(rva, file.prologue(rva));
    }

    /// Maps the patch image at the first gap that is wide enough.
    PatchImage map(Manifest manifest, Image part) {
        long room = Layout.patchRoom(file, address, tableBytes);
        PatchImage patch = PatchImage.of(manifest.kb(), part, diverted(part)).at(room);
        for (PatchImage other : patches) {
            if (patch.end() <= other.address()) {
                break;
            }
            patch = patch.at(other.end());
        }
        if (patch.end() > room + Layout.PATCH_ROOM_BYTES) {
            throw new PatchRefused(Status.NO_ADDRESS_SPACE, file.name() + ": no room for " + patch.kib() + " KiB");
        }
        patches.add(patch);
        patches.sort(Comparator.comparingLong(PatchImage::address));
        return patch;
    }

    Hook divert(PatchImage patch, Function function, long atSeconds) {
        int rva = function.rva();
        int original = word(rva);
        if (original != function.prologue()) {
            throw new PatchRefused(
                    Status.UNEXPECTED_PROLOGUE,
                    "%s+0x%x begins with %08x, not %08x".formatted(file.name(), rva, original, function.prologue()));
        }
        long target = patch.addressOf(rva);
        int slot = hpat.take(rva, original, target);
        words.put(rva, Hook.divertedWord(original));
        Hook hook = new Hook(file.name(), rva, slot, address + rva, target, patch.kb(), atSeconds);
        hooks.put(rva, hook);
        return hook;
    }

    /// Aims an existing hook at its new target: one pointer is overwritten.
    void aim(Hook hook) {
        hpat.point(hook.slot(), hook.newAddress());
        hooks.put(hook.rva(), hook);
    }

    void withdraw(Hook hook) {
        int original = hpat.release(hook.slot());
        if (original == file.prologue(hook.rva())) {
            words.remove(hook.rva());
        } else {
            words.put(hook.rva(), original);
        }
        hooks.remove(hook.rva());
    }

    /// Undoes a withdrawal: same slot, same target.
    void restore(Hook hook) {
        int original = word(hook.rva());
        hpat.retake(hook.slot(), hook.rva(), original, hook.newAddress());
        words.put(hook.rva(), Hook.divertedWord(original));
        hooks.put(hook.rva(), hook);
    }

    /// A move that was made, and its opposite.
    sealed interface Change {
        LoadedImage image();

        void undo();

        record Diverted(LoadedImage image, Hook hook) implements Change {
            @Override
            public void undo() {
                image.withdraw(hook);
            }
        }

        record Aimed(LoadedImage image, Hook hook) implements Change {
            @Override
            public void undo() {
                image.aim(hook);
            }
        }

        /// The table of call targets has one entry for the image: what it was before.
        record Called(LoadedImage image, NavigableMap<Integer, Boolean> before) implements Change {
            @Override
            public void undo() {
                image.callTargets = before;
            }
        }

        record Withdrawn(LoadedImage image, Hook hook) implements Change {
            @Override
            public void undo() {
                image.restore(hook);
            }
        }
    }
}
