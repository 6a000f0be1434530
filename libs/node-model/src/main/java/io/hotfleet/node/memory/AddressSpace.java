package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.PatchRefused.Status;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The memory of one machine since its last boot.
///
/// A hotpatch is loaded, hooked and committed, three calls with time between them; a refused call leaves memory as it
/// was before the load. All state follows from setup and [#history()], so a machine needs none until someone looks at
/// it: [#replay] makes it in a few milliseconds. Times are seconds that never go back. Not thread-safe.
public final class AddressSpace {
    /// Events since boot that are kept; further process exits are not simulated.
    public static final int EVENTS_MAX = 10_000;

    static final String SYSTEM = "System";
    static final int SYSTEM_PID = 4;
    private static final int PIDS_A_PROCESS = 64;

    final Setup setup;
    final NavigableMap<String, LoadedImage> images = new TreeMap<>();
    final NavigableMap<String, Integer> pids = new TreeMap<>();
    final NavigableMap<String, Status> refused = new TreeMap<>();
    final OldCode oldCode = new OldCode();
    final Installation installation;
    Optional<PatchRun> run = Optional.empty();
    private final boolean vbsRunning;
    private final Map<String, Long> layout;
    private final List<MemoryEvent> history = new ArrayList<>();
    private Optional<Manifest> registered;
    private int starts;

    private AddressSpace(Setup setup, Installation installation, boolean vbsRunning) {
        this.setup = setup;
        this.installation = installation;
        this.vbsRunning = vbsRunning && setup.tableBytes() > 0;
        this.layout = Layout.of(setup, installation.files());
        this.registered = installation.registered();
    }

    /// Memory after a boot: the files, and what is registered applied anew.
    public static AddressSpace boot(Setup setup, Installation installation, boolean vbsRunning, long atSeconds) {
        return boot(setup, new MemoryEvent.Booted(atSeconds, installation, vbsRunning));
    }

    private static AddressSpace boot(Setup setup, MemoryEvent.Booted boot) {
        AddressSpace space = new AddressSpace(setup, boot.installation(), boot.vbsRunning());
        space.history.add(boot);
        for (Image file : space.installation.files()) {
            if (file.kind() != Kind.USER) {
                space.images.put(file.name(), space.image(file));
            }
        }
        setup.shape().processes().forEach(space::open);
        space.images.values().forEach(image -> space.apply(image, boot.atSeconds(), true, false));
        return space;
    }

    private static AddressSpace first(Setup setup, MemoryEvent event) {
        if (event instanceof MemoryEvent.Booted boot) {
            return boot(setup, boot);
        }
        AddressSpace nothing = new AddressSpace(setup, Installation.NONE, false);
        nothing.history.add(event);
        return nothing;
    }

    /// Memory derived from what happened since boot, or nothing since the machine went down.
    ///
    /// @param history begins with a boot, or is the end of the last one
    public static AddressSpace replay(Setup setup, List<MemoryEvent> history) {
        AddressSpace space = first(setup, history.getFirst());
        for (MemoryEvent event : history.subList(1, history.size())) {
            switch (event) {
                case MemoryEvent.Booted _, MemoryEvent.WentDown _ ->
                    throw new IllegalArgumentException("a history has one boot, its first event");
                case MemoryEvent.Loaded loaded -> space.load(loaded.atSeconds(), loaded.manifest(), Disturbance.NONE);
                case MemoryEvent.Hooked hooked -> space.hook(hooked.atSeconds(), Disturbance.NONE);
                case MemoryEvent.Committed committed ->
                    space.commit(committed.atSeconds(), new Disturbance(false, -1, -1, committed.hungThread()));
                case MemoryEvent.Undone undone -> space.undo(undone.atSeconds());
                case MemoryEvent.Exited exited -> space.exit(exited.atSeconds(), exited.process());
                case MemoryEvent.Started started -> space.start(started.atSeconds(), started.process());
            }
        }
        return space;
    }

    public List<MemoryEvent> history() {
        return List.copyOf(history);
    }

    /// Maps and checks the patch images beside their images.
    public void load(long atSeconds, Manifest manifest, Disturbance disturbance) {
        release(atSeconds);
        if (!vbsRunning) {
            throw new PatchRefused(Status.HOTPATCHING_OFF, "VBS is not running, or HotPatchTableSize is 0");
        }
        if (run.isPresent()) {
            throw new IllegalStateException(run.get().manifest().kb() + " is not finished");
        }
        PatchRun loading = new PatchRun(this, manifest, false);
        loading.load(images.values(), disturbance.tableFull());
        run = Optional.of(loading);
        history.add(new MemoryEvent.Loaded(atSeconds, manifest));
    }

    /// Diverts the functions: kernel images while all processors wait, user images by a thread in each process.
    public Reach hook(long atSeconds, Disturbance disturbance) {
        release(atSeconds);
        try {
            Reach reach = run.orElseThrow().hook(atSeconds, disturbance.hookFailsAt());
            history.add(new MemoryEvent.Hooked(atSeconds));
            return reach;
        } catch (PatchRefused e) {
            undo(atSeconds);
            throw e;
        }
    }

    /// Verifies every diverted function, then registers the hotpatch and lets old code go.
    public void commit(long atSeconds, Disturbance disturbance) {
        release(atSeconds);
        PatchRun finished = run.orElseThrow();
        try {
            finished.verify(disturbance.digestDiffersAt());
        } catch (PatchRefused e) {
            undo(atSeconds);
            throw e;
        }
        finished.commit(atSeconds, true, disturbance.hungThread());
        run = Optional.empty();
        registered = Optional.of(finished.manifest());
        // Images that were mapped after the load get the new hotpatch as any image does that is mapped later.
        images.values().forEach(image -> apply(image, atSeconds, false, true));
        history.add(new MemoryEvent.Committed(atSeconds, disturbance.hungThread()));
    }

    public void undo(long atSeconds) {
        release(atSeconds);
        run.ifPresent(unfinished -> {
            unfinished.undo();
            history.add(new MemoryEvent.Undone(atSeconds));
        });
        run = Optional.empty();
    }

    /// @return false if no such process runs, or too much has happened since boot
    public boolean exit(long atSeconds, String process) {
        release(atSeconds);
        if (!pids.containsKey(process) || history.size() >= EVENTS_MAX) {
            return false;
        }
        oldCode.end(pids.remove(process));
        for (LoadedImage image : List.copyOf(images.values())) {
            if (image.processes.remove(process) && image.processes.isEmpty()) {
                images.remove(image.file().name());
                run.ifPresent(unfinished -> unfinished.forget(image));
                oldCode.drop(segment -> segment.image().equals(image.file().name()));
            }
        }
        release(atSeconds);
        history.add(new MemoryEvent.Exited(atSeconds, process));
        return true;
    }

    public void start(long atSeconds, String process) {
        release(atSeconds);
        if (pids.containsKey(process) || !setup.shape().processes().contains(process)) {
            throw new IllegalArgumentException(process + " runs already, or is none of this machine's processes");
        }
        Set<String> before = new TreeSet<>(images.keySet());
        open(process);
        images.values().stream()
                .filter(image -> !before.contains(image.file().name()))
                .forEach(image -> apply(image, atSeconds, false, false));
        history.add(new MemoryEvent.Started(atSeconds, process));
    }

    /// Old code that nothing holds at this time leaves.
    public void release(long nowSeconds) {
        oldCode.release(nowSeconds).forEach(segment -> segment.unmapFrom(images));
    }

    /// When the last invocation leaves old code, as far as it is known now; 0 if none is in it.
    public long heldUntilSeconds() {
        return oldCode.segments().stream()
                .flatMap(segment -> segment.holders().stream())
                .mapToLong(Segment.Invocation::endsSeconds)
                .max()
                .orElse(0);
    }

    /// Images whose part of the registered hotpatch comes with the next boot.
    public Set<String> waitingForBoot() {
        Set<String> waiting = new TreeSet<>();
        for (LoadedImage image : images.values()) {
            Optional<String> expected = registered
                    .filter(hotpatch -> hotpatch.image(image.file().name()).isPresent())
                    .map(Manifest::kb);
            boolean differs = !image.active().map(PatchImage::kb).equals(expected);
            if (vbsRunning && differs && !refused.containsKey(image.file().name())) {
                waiting.add(image.file().name());
            }
        }
        return waiting;
    }

    private void open(String process) {
        int index = setup.shape().processes().indexOf(process);
        int drawn = (int) (PIDS_A_PROCESS * Randoms.uniform(setup.seed(), Randoms.key("pid"), index, 0));
        pids.put(process, 4 * (25 + PIDS_A_PROCESS * index + (drawn + starts++) % PIDS_A_PROCESS));
        for (Image file : installation.files()) {
            if (file.kind() == Kind.USER && file.isMappedBy(process)) {
                images.computeIfAbsent(file.name(), _ -> image(file)).processes.add(process);
            }
        }
    }

    private LoadedImage image(Image file) {
        Optional<Image> folded = installation.folded().flatMap(hotpatch -> hotpatch.image(file.name()));
        return new LoadedImage(file, layout.get(file.name()), setup.tableBytes(), folded);
    }

    /// Applies the registered hotpatch to one image; an image it does not fit stays as it is, visibly.
    private void apply(LoadedImage image, long atSeconds, boolean booting, boolean running) {
        if (!vbsRunning || registered.isEmpty()) {
            return;
        }
        PatchRun late = new PatchRun(this, registered.get(), booting);
        try {
            late.load(List.of(image), false);
            late.hook(atSeconds, -1);
            late.commit(atSeconds, running, false);
            refused.remove(image.file().name());
        } catch (PatchRefused e) {
            refused.put(image.file().name(), e.status());
        }
    }

    /// What goes wrong inside the next step; [#NONE] in a healthy machine.
    ///
    /// @param hookFailsAt number of the function whose hook fails, from 0; negative for none
    /// @param digestDiffersAt number of the function found to differ; negative for none
    /// @param hungThread an invocation in the old code never returns
    public record Disturbance(boolean tableFull, int hookFailsAt, int digestDiffersAt, boolean hungThread) {
        public static final Disturbance NONE = new Disturbance(false, -1, -1, false);
    }

    /// What it took to divert the functions.
    ///
    /// @param rendezvous times that all processors waited: once for each kernel image and session driver
    /// @param sessions session drivers × sessions
    /// @param threads injected: one for each process and user image
    /// @param skipped processes of the secure world, which stay as they are
    public record Reach(int functions, int rendezvous, int sessions, int threads, Set<String> skipped) {
        public String text() {
            return "%d functions; all processors waited %d times, %d sessions, %d injected threads"
                    .formatted(functions, rendezvous, sessions, threads);
        }

        static Reach of(Collection<LoadedImage> images, int functions, Shape shape) {
            int rendezvous = 0;
            int sessions = 0;
            int threads = 0;
            Set<String> skipped = new TreeSet<>();
            for (LoadedImage image : images) {
                switch (image.file().kind()) {
                    case KERNEL -> rendezvous++;
                    case SESSION_DRIVER -> {
                        rendezvous++;
                        sessions += shape.sessions();
                    }
                    case USER -> {
                        image.processes.stream().filter(Shape::isSecure).forEach(skipped::add);
                        threads += (int) image.processes.stream()
                                .filter(name -> !Shape.isSecure(name))
                                .count();
                    }
                }
            }
            return new Reach(functions, rendezvous, sessions, threads, skipped);
        }
    }
}
