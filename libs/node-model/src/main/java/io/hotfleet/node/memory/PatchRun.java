package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.AddressSpace.Reach;
import io.hotfleet.node.memory.LoadedImage.Change;
import io.hotfleet.node.memory.PatchRefused.Status;
import io.hotfleet.node.memory.Segment.Invocation;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One application of a hotpatch to images in memory: load, hook, verify, commit; or undo, move by move, backwards.
///
/// Writes go through a second, not executable mapping (for the kernel that of the secure world), so no page is ever
/// both writable and executable. A refusal at any step leaves memory as it was before the load.
final class PatchRun {
    private final AddressSpace space;
    private final Manifest manifest;
    private final boolean booting;
    private final Map<LoadedImage, Optional<PatchImage>> targets = new LinkedHashMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();

    /// @param booting parts that wait for the boot are applied, too
    PatchRun(AddressSpace space, Manifest manifest, boolean booting) {
        this.space = space;
        this.manifest = manifest;
        this.booting = booting;
    }

    Manifest manifest() {
        return manifest;
    }

    private boolean isCurrent(LoadedImage image, Optional<Image> part) {
        return image.active().isPresent() == part.isPresent()
                && image.active()
                        .map(PatchImage::kb)
                        .filter(kb -> !kb.equals(manifest.kb()))
                        .isEmpty();
    }

    /// A part that waits for the next boot, or replaces one that did.
    private static boolean waitsForBoot(LoadedImage image, Optional<Image> part) {
        return part.filter(Image::bootCritical).isPresent()
                || image.active().filter(patch -> patch.part().bootCritical()).isPresent();
    }

    void load(Collection<LoadedImage> images, boolean tableFull) {
        try {
            for (LoadedImage image : LoadOrder.of(images)) {
                Optional<Image> part = manifest.image(image.file().name());
                if (!isCurrent(image, part) && (booting || !waitsForBoot(image, part))) {
                    targets.put(image, Optional.empty());
                    part.ifPresent(changed -> load(image, changed, tableFull));
                }
            }
        } catch (PatchRefused e) {
            undo();
            throw e;
        }
    }

    private void load(LoadedImage image, Image part, boolean tableFull) {
        String name = part.name();
        if (!image.file().publisher().equals(Manifest.PUBLISHER)) {
            throw new PatchRefused(
                    Status.OTHER_PUBLISHER,
                    name + " is published by " + image.file().publisher());
        }
        if (!image.file().isSameFile(part)) {
            throw new PatchRefused(Status.WRONG_IMAGE, name + " in memory is another file than the patch is made for");
        }
        Optional<String> missing = LoadOrder.missing(image, part, space.images);
        if (missing.isPresent()) {
            throw new PatchRefused(Status.DEPENDENCY_MISSING, name + " needs " + missing.get() + ", not in memory");
        }
        PatchImage patch = image.map(manifest, part);
        targets.put(image, Optional.of(patch));
        long slots = patch.diverted().stream()
                .filter(function -> !image.hooks.containsKey(function.rva()))
                .count();
        if (slots > (tableFull ? 0 : image.hpat.free())) {
            throw new PatchRefused(Status.TABLE_FULL, name + " needs " + slots + " more slots");
        }
    }

    /// @param failsAt number of the function whose hook fails, from 0; negative for none
    Reach hook(long atSeconds, int failsAt) {
        try {
            int number = 0;
            for (Map.Entry<LoadedImage, Optional<PatchImage>> target : targets.entrySet()) {
                LoadedImage image = target.getKey();
                Set<Integer> wanted = new HashSet<>();
                for (Function function : functions(target.getValue())) {
                    if (number++ == failsAt) {
                        throw new PatchRefused(
                                Status.HOOK_FAILED,
                                "hook %d of %d failed in %s"
                                        .formatted(number, size(), image.file().name()));
                    }
                    wanted.add(function.rva());
                    hook(image, target.getValue().orElseThrow(), function, atSeconds);
                }
                changes.push(new Change.Called(image, image.callTargets));
                image.callTargets = target.getValue()
                        .map(patch -> image.callTargets(patch.part()))
                        .orElseGet(TreeMap::new);
                for (Hook hook : List.copyOf(image.hooks.values())) {
                    if (!wanted.contains(hook.rva())) {
                        image.withdraw(hook);
                        changes.push(new Change.Withdrawn(image, hook));
                    }
                }
            }
        } catch (PatchRefused e) {
            undo();
            throw e;
        }
        return Reach.of(targets.keySet(), size(), space.setup.shape());
    }

    private void hook(LoadedImage image, PatchImage patch, Function function, long atSeconds) {
        Hook before = image.hooks.get(function.rva());
        if (before == null) {
            changes.push(new Change.Diverted(image, image.divert(patch, function, atSeconds)));
        } else {
            image.aim(before.to(patch, atSeconds));
            changes.push(new Change.Aimed(image, before));
        }
    }

    private static List<Function> functions(Optional<PatchImage> patch) {
        return patch.map(PatchImage::diverted).orElse(List.of());
    }

    private int size() {
        return targets.values().stream()
                .mapToInt(patch -> functions(patch).size())
                .sum();
    }

    /// @param differsAt number of the function whose code is not what the manifest says, from 0; negative for none
    void verify(int differsAt) {
        int number = 0;
        for (Map.Entry<LoadedImage, Optional<PatchImage>> target : targets.entrySet()) {
            LoadedImage image = target.getKey();
            for (Function function : functions(target.getValue())) {
                Hook hook = image.hooks.get(function.rva());
                long arrives = image.hpat.pointer(hook.slot());
                boolean intact =
                        number++ != differsAt && target.getValue().orElseThrow().holds(function, arrives);
                if (!intact) {
                    undo();
                    throw new PatchRefused(
                            Status.DIGEST_DIFFERS,
                            "%s+0x%x does not lead to the code of the manifest"
                                    .formatted(image.file().name(), function.rva()));
                }
            }
        }
    }

    /// The new code is what runs; what it replaced stays as long as something holds it.
    ///
    /// @param running whether the images were in use, so that someone may still be in the old code
    void commit(long atSeconds, boolean running, boolean hungThread) {
        List<Segment> replaced = new ArrayList<>();
        byName().forEach((image, patch) -> {
            Optional<PatchImage> before = image.active();
            image.activate(patch);
            if (running) {
                fromImage(image, atSeconds).ifPresent(replaced::add);
            }
            if (running && before.isPresent()) {
                List<Integer> all = before.get().part().functions().stream()
                        .map(Function::rva)
                        .toList();
                replaced.add(segment(image, before, all, atSeconds));
            }
        });
        if (hungThread && !replaced.isEmpty()) {
            replaced.set(0, hang(replaced.getFirst()));
        }
        replaced.stream()
                .filter(segment -> !space.oldCode.keep(segment))
                .forEach(segment -> segment.unmapFrom(space.images));
    }

    private Map<LoadedImage, Optional<PatchImage>> byName() {
        Map<LoadedImage, Optional<PatchImage>> sorted =
                new TreeMap<>(Comparator.comparing(image -> image.file().name()));
        sorted.putAll(targets);
        return sorted;
    }

    private static Segment hang(Segment segment) {
        List<Invocation> holders = new ArrayList<>(segment.holders());
        holders.add(new Invocation(AddressSpace.SYSTEM, AddressSpace.SYSTEM_PID, 4, 0, Invocation.NEVER));
        return segment.withHolders(holders);
    }

    private Optional<Segment> fromImage(LoadedImage image, long atSeconds) {
        List<Integer> diverted = changes.stream()
                .filter(change -> change.image() == image)
                .flatMap(change -> change instanceof Change.Diverted made
                        ? Stream.of(made.hook().rva())
                        : Stream.empty())
                .sorted()
                .toList();
        return diverted.isEmpty()
                ? Optional.empty()
                : Optional.of(segment(image, Optional.empty(), diverted, atSeconds));
    }

    private Segment segment(LoadedImage image, Optional<PatchImage> old, List<Integer> rvas, long atSeconds) {
        String name = image.file().name();
        int bytes = old.map(PatchImage::sizeBytes).orElseGet(() -> targets.get(image).stream()
                .flatMap(patch -> patch.part().functions().stream())
                .filter(function -> rvas.contains(function.rva()))
                .mapToInt(Function::oldSize)
                .sum());
        long key = OldCode.key(name, old.isPresent());
        return new Segment(
                name,
                old.map(PatchImage::kb).orElse(space.installation.release()),
                manifest.kb(),
                rvas.size(),
                (bytes + 1_023) >> 10,
                old.map(PatchImage::address).orElse(0L),
                atSeconds,
                space.setup.retention(),
                atSeconds + OldCode.TIMED_SECONDS,
                OldCode.holders(space.setup.seed(), Randoms.key(manifest.kb()), key, runners(image, atSeconds), rvas));
    }

    /// Processes that may be running code of the image, with the time from which their invocations last.
    private List<Invocation> runners(LoadedImage image, long atSeconds) {
        Collection<String> names = image.file().kind() == Kind.USER ? image.processes : space.pids.keySet();
        return names.stream()
                .filter(name -> !Shape.isSecure(name))
                .map(name -> new Invocation(name, space.pids.get(name), 0, 0, atSeconds))
                .toList();
    }

    /// Takes every move back, the last one first, and unmaps what was loaded.
    void undo() {
        while (!changes.isEmpty()) {
            changes.pop().undo();
        }
        targets.forEach((image, patch) -> patch.ifPresent(image.patches::remove));
        targets.clear();
    }

    /// The image was unloaded with everything done to it.
    void forget(LoadedImage image) {
        changes.removeIf(change -> change.image() == image);
        targets.remove(image);
    }
}
