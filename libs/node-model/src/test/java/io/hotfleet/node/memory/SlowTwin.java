package io.hotfleet.node.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.Segment.Invocation;
import io.hotfleet.node.memory.TwinWorld.Loaded;
import io.hotfleet.node.memory.TwinWorld.Old;
import io.hotfleet.node.memory.TwinWorld.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The memory model once more, slow and obvious: a table is an array of texts, an undo is a copy taken before.
public final class SlowTwin {
    private final Setup setup;
    private final Installation installation;
    private final boolean patchable;
    private TwinWorld world;
    private TwinWorld saved;
    private Optional<Manifest> registered;
    private Optional<Manifest> loading = Optional.empty();
    private Set<String> loaded = new TreeSet<>();
    private int starts;

    private SlowTwin(Setup setup, MemoryEvent.Booted boot) {
        this.setup = setup;
        this.installation = boot.installation();
        this.patchable = boot.vbsRunning() && setup.tableBytes() > 0;
        this.registered = installation.registered();
        this.world = new TwinWorld(installation.files());
        this.saved = world;
        installation.files().stream()
                .filter(file -> file.kind() != Kind.USER)
                .forEach(file -> world.images.put(file.name(), new Loaded(file)));
        setup.shape().processes().forEach(process -> world.start(process, pid(process)));
        registered.ifPresent(hotpatch -> world.images.values().forEach(image -> divert(image, hotpatch, true)));
    }

    public static SlowTwin of(Setup setup, List<MemoryEvent> history) {
        SlowTwin twin = new SlowTwin(setup, (MemoryEvent.Booted) history.getFirst());
        history.subList(1, history.size()).forEach(twin::accept);
        return twin;
    }

    public void accept(MemoryEvent event) {
        release(event.atSeconds());
        switch (event) {
            case MemoryEvent.Booted _, MemoryEvent.WentDown _ ->
                throw new IllegalArgumentException("a boot makes a new twin");
            case MemoryEvent.Loaded load -> load(load.manifest());
            case MemoryEvent.Hooked _ -> hook();
            case MemoryEvent.Committed commit -> commit(commit);
            case MemoryEvent.Undone _ -> {
                world = saved;
                loading = Optional.empty();
            }
            case MemoryEvent.Exited exit -> {
                world.exit(exit.process());
                loading.ifPresent(_ -> saved.exit(exit.process()));
                loaded.retainAll(world.images.keySet());
                release(event.atSeconds());
            }
            case MemoryEvent.Started start -> start(start.process());
        }
    }

    public void release(long now) {
        world.release(now);
        saved.release(now);
    }

    private void load(Manifest manifest) {
        saved = world.copy();
        loading = Optional.of(manifest);
        loaded = new TreeSet<>();
        for (Loaded image : world.images.values()) {
            if (!waits(image, manifest) && !image.active.equals(kb(image, manifest))) {
                loaded.add(image.file.name());
                image.replaced = Optional.empty();
                manifest.image(image.file.name()).ifPresent(part -> image.mapped.put(manifest.kb(), Loaded.kib(part)));
            }
        }
    }

    private void hook() {
        loaded.forEach(name -> divert(world.images.get(name), loading.orElseThrow(), false));
    }

    private void commit(MemoryEvent.Committed commit) {
        Manifest manifest = loading.orElseThrow();
        loading = Optional.empty();
        registered = Optional.of(manifest);
        boolean hung = commit.hungThread();
        for (Loaded image : world.images.values()) {
            boolean late = !loaded.contains(image.file.name());
            Optional<String> before = late ? image.active : image.replaced;
            if (late && (!patchable || waits(image, manifest) || image.active.equals(kb(image, manifest)))) {
                continue;
            }
            divert(image, manifest, false);
            List<Old> olds = new ArrayList<>();
            if (!image.fresh.isEmpty()) {
                olds.add(segment(image, manifest, Optional.empty(), image.fresh, commit.atSeconds()));
            }
            if (before.isPresent()) {
                List<Integer> all =
                        image.old.functions().stream().map(Function::rva).toList();
                olds.add(segment(image, manifest, before, all, commit.atSeconds()));
            }
            if (hung && !late && !olds.isEmpty()) {
                olds.getFirst().holders.add(new Invocation("System", 4, 4, 0, Invocation.NEVER));
                hung = false;
            }
            world.old.addAll(olds);
        }
        world.release(commit.atSeconds());
    }

    private Old segment(Loaded image, Manifest manifest, Optional<String> origin, List<Integer> rvas, long now) {
        Old old = new Old();
        old.image = image.file.name();
        old.origin = origin.orElse("");
        old.kib = origin.map(image.mapped::get).orElseGet(() -> (image.sizes(manifest, rvas) + 1_023) / 1_024);
        old.since = now;
        old.policy = setup.retention();
        List<Invocation> candidates = (image.file.kind() == Kind.USER ? image.processes : world.pids.keySet())
                .stream()
                        .filter(process -> !process.equals("lsaiso"))
                        .map(process -> new Invocation(process, world.pids.get(process), 0, 0, now))
                        .toList();
        long key = OldCode.key(image.file.name(), origin.isPresent());
        old.holders = new ArrayList<>(OldCode.holders(setup.seed(), Randoms.key(manifest.kb()), key, candidates, rvas));
        return old;
    }

    private void start(String process) {
        int pid = pid(process);
        for (TwinWorld each : loading.isPresent() ? List.of(world, saved) : List.of(world)) {
            Set<String> before = new TreeSet<>(each.images.keySet());
            each.start(process, pid);
            if (patchable && registered.isPresent()) {
                each.images.values().stream()
                        .filter(image -> !before.contains(image.file.name()))
                        .filter(image -> !waits(image, registered.get()))
                        .forEach(image -> divert(image, registered.get(), false));
            }
        }
    }

    private void divert(Loaded image, Manifest manifest, boolean booting) {
        if (!patchable || !booting && waits(image, manifest) || image.active.equals(kb(image, manifest))) {
            return;
        }
        image.replaced = image.active;
        image.old = image.part;
        image.fresh = new ArrayList<>();
        Optional<Image> part = manifest.image(image.file.name());
        List<Function> wanted = part.stream()
                .flatMap(changed -> changed.functions().stream())
                .filter(function ->
                        function.chunk() == Manifest.ChunkType.FUNCTION && !image.isFolded(installation, function))
                .toList();
        for (Function function : wanted) {
            if (!image.target.containsKey(function.rva())) {
                int slot = 0;
                while (image.slots[slot] != 0) {
                    slot++;
                }
                image.slots[slot] = function.rva();
                image.fresh.add(function.rva());
            }
            image.target.put(function.rva(), manifest.kb());
        }
        for (int slot = 0; slot < image.slots.length; slot++) {
            int rva = image.slots[slot];
            if (rva != 0 && wanted.stream().noneMatch(function -> function.rva() == rva)) {
                image.slots[slot] = 0;
                image.target.remove(rva);
            }
        }
        image.active = kb(image, manifest);
        image.part = part.orElse(image.file);
        part.ifPresent(changed -> image.mapped.put(manifest.kb(), Loaded.kib(changed)));
    }

    private static boolean waits(Loaded image, Manifest manifest) {
        return image.part.bootCritical() && image.active.isPresent()
                || manifest.image(image.file.name()).map(Image::bootCritical).orElse(false);
    }

    private static Optional<String> kb(Loaded image, Manifest manifest) {
        return manifest.image(image.file.name()).map(_ -> manifest.kb());
    }

    private int pid(String process) {
        int index = setup.shape().processes().indexOf(process);
        int drawn = (int) (64 * Randoms.uniform(setup.seed(), Randoms.key("pid"), index, 0));
        return 4 * (25 + 64 * index + (drawn + starts++) % 64);
    }

    /// Everything the model shows is what the twin expects.
    public void compare(AddressSpace space, MemoryView view) {
        int hooks = 0;
        for (Loaded image : world.images.values()) {
            hooks += image.hooks();
        }
        same(view.hooks().size(), hooks, "hooks");
        for (Hook hook : view.hooks()) {
            Loaded image = world.images.get(hook.image());
            same(hook.rva(), image.slots[hook.slot()], hook);
            same(hook.kb(), image.target.get(hook.rva()), hook);
        }
        assertThat(view.pids()).isEqualTo(world.pids);
        assertThat(space.images.keySet()).isEqualTo(world.images.keySet());
        space.images.forEach((name, image) -> {
            Loaded expected = world.images.get(name);
            same(image.processes, expected.processes, name);
            same(image.callTargets, expected.callTargets(installation), name);
            Set<String> patches = new TreeSet<>();
            image.patches.forEach(patch -> patches.add(patch.kb()));
            same(patches, mapped(expected), name);
        });
        same(Piece.of(view), world.pieces(), "retained");
        same(view.counters(), counters(), "counters");
        same(MemoryView.counters(space), view.counters(), "counters");
    }

    private Set<String> mapped(Loaded image) {
        Set<String> mapped = new TreeSet<>();
        image.active.ifPresent(mapped::add);
        loading.filter(_ -> loaded.contains(image.file.name()))
                .filter(manifest -> manifest.image(image.file.name()).isPresent())
                .ifPresent(manifest -> mapped.add(manifest.kb()));
        loading.filter(_ -> loaded.contains(image.file.name())).ifPresent(_ -> image.replaced.ifPresent(mapped::add));
        world.old.stream()
                .filter(old -> old.image.equals(image.file.name()) && !old.origin.isEmpty())
                .forEach(old -> mapped.add(old.origin));
        return mapped;
    }

    private Counters counters() {
        int hooks = 0;
        int patch = 0;
        int regions = 0;
        for (Loaded image : world.images.values()) {
            Set<String> mapped = mapped(image);
            if (image.target.isEmpty() && mapped.isEmpty()) {
                continue;
            }
            Set<Integer> pairs = new TreeSet<>();
            Set<Integer> pages = new TreeSet<>();
            for (int slot = 0; slot < image.slots.length; slot++) {
                if (image.slots[slot] != 0) {
                    hooks++;
                    pairs.add(slot / 512);
                    pages.add(image.slots[slot] / 4_096);
                }
            }
            long copies =
                    switch (image.file.kind()) {
                        case KERNEL -> 1;
                        case SESSION_DRIVER -> setup.shape().sessions();
                        case USER ->
                            image.processes.stream()
                                    .filter(process -> !process.equals("lsaiso"))
                                    .count();
                    };
            patch += (int) (8 * pairs.size() * copies);
            patch += image.file.kind() == Kind.KERNEL ? 0 : (int) (4 * pages.size() * copies);
            Set<String> young = new TreeSet<>(mapped);
            world.old.stream()
                    .filter(segment -> segment.image.equals(image.file.name()))
                    .forEach(segment -> young.remove(segment.origin));
            for (String kb : young) {
                patch += image.mapped.get(kb);
            }
            regions += pairs.size() + mapped.size();
        }
        return new Counters(
                hooks, patch, world.old.stream().mapToInt(old -> old.kib).sum(), regions);
    }

    private static void same(Object shown, Object expected, Object what) {
        if (!shown.equals(expected)) {
            throw new AssertionError(what + ": " + shown + " instead of " + expected);
        }
    }
}
