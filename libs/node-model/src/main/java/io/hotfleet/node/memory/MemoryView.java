package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import io.hotfleet.node.memory.PatchRefused.Status;
import io.hotfleet.node.memory.Setup.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A machine's memory to look at: plain values, equal when two memories are.
///
/// @param pages every page that hotpatching touched
/// @param callTargets what hotpatching changed in the table of valid call targets
/// @param refused images that the registered hotpatch does not fit
/// @param unfinished the hotpatch that is loaded or hooked, and not verified yet
public record MemoryView(
        List<Region> regions,
        List<Hook> hooks,
        List<Page> pages,
        List<Segment> retained,
        List<Target> callTargets,
        Map<String, Integer> pids,
        Set<String> waitingForBoot,
        Map<String, Status> refused,
        Optional<String> unfinished,
        Counters counters) {
    private static final int PAGE_BYTES = Setup.PAGE_BYTES;
    private static final int PAGE_KIB = 4;
    /// The near jump to the stub lies in the five bytes before a function.
    private static final int PADDING_BYTES = 5;

    private static final Entry NONE = new Entry(false, false, false, false, false);

    public static MemoryView of(AddressSpace space) {
        List<Region> regions = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        for (LoadedImage image : space.images.values()) {
            addRegions(regions, image, space.setup.tableBytes());
            addPages(pages, image, copies(image, space.setup.shape()));
        }
        return new MemoryView(
                List.copyOf(regions),
                space.images.values().stream()
                        .flatMap(image -> image.hooks.values().stream())
                        .toList(),
                List.copyOf(pages),
                space.oldCode.segments(),
                space.images.values().stream().flatMap(MemoryView::targets).toList(),
                new TreeMap<>(space.pids),
                space.waitingForBoot(),
                new TreeMap<>(space.refused),
                space.run.map(run -> run.manifest().kb()),
                counters(space));
    }

    /// The same figures as those of the whole view, without making it.
    public static Counters counters(AddressSpace space) {
        int hooks = 0;
        int patchKib = 0;
        int regions = 0;
        for (LoadedImage image : space.images.values()) {
            boolean kernel = image.file().kind() == Kind.KERNEL;
            int copies = copies(image, space.setup.shape());
            int pairs = image.hpat.pairs().length;
            hooks += image.hooks.size();
            patchKib += pairs * copies * (Hpat.PAIR_BYTES >> 10);
            patchKib += kernel ? 0 : codePages(image).size() * copies * PAGE_KIB;
            patchKib += image.patches.stream().mapToInt(PatchImage::kib).sum();
            regions += pairs + image.patches.size();
        }
        int retainedKib = 0;
        for (Segment segment : space.oldCode.segments()) {
            retainedKib += segment.kib();
            patchKib -= segment.patchAddress() == 0 ? 0 : segment.kib();
        }
        return new Counters(hooks, patchKib, retainedKib, regions);
    }

    private static Stream<Target> targets(LoadedImage image) {
        return image.callTargets.entrySet().stream()
                .map(target -> new Target(
                        image.file().name(), target.getKey(), image.address() + target.getKey(), target.getValue()));
    }

    private static int copies(LoadedImage image, Shape shape) {
        return switch (image.file().kind()) {
            case KERNEL -> 1;
            case SESSION_DRIVER -> shape.sessions();
            case USER -> injected(image);
        };
    }

    private static int injected(LoadedImage image) {
        int count = 0;
        for (String process : image.processes) {
            count += Shape.isSecure(process) ? 0 : 1;
        }
        return count;
    }

    private static Set<Integer> codePages(LoadedImage image) {
        Set<Integer> pages = new TreeSet<>();
        for (int rva : image.hooks.keySet()) {
            pages.add(rva / PAGE_BYTES);
            pages.add((rva - PADDING_BYTES) / PAGE_BYTES);
        }
        return pages;
    }

    private static void addRegions(List<Region> regions, LoadedImage image, int tableBytes) {
        String name = image.file().name();
        int half = (PatchImage.pages(image.file().sizeBytes()) + 1) / 2 * PAGE_BYTES;
        long code = image.address() + PAGE_BYTES;
        long table = Layout.table(image.file(), image.address());
        regions.add(new Region(image.address(), PAGE_BYTES, "R", name, "headers"));
        regions.add(new Region(code, half, "RX", name, "code"));
        regions.add(new Region(code + half, table - code - half, "RW", name, "data"));
        Set<Long> pairs = new TreeSet<>();
        for (long pair : image.hpat.pairs()) {
            pairs.add(pair);
            regions.add(new Region(pair, PAGE_BYTES, "RX", name, "address table, stubs"));
            regions.add(new Region(pair + Hpat.POINTER_OFFSET, PAGE_BYTES, "R", name, "address table, pointers"));
        }
        for (long pair = table; pair < table + Hpat.reservedBytes(tableBytes); pair += Hpat.PAIR_BYTES) {
            if (!pairs.contains(pair)) {
                regions.add(new Region(pair, Hpat.PAIR_BYTES, "", name, "address table, reserved"));
            }
        }
        for (PatchImage patch : image.patches) {
            String owner = patch.kb() + " for " + name;
            regions.add(new Region(patch.address(), PAGE_BYTES, "R", owner, "patch headers"));
            regions.add(new Region(
                    patch.address() + PAGE_BYTES, patch.sizeBytes() - PAGE_BYTES, "RX", owner, "patch code"));
        }
    }

    private static void addPages(List<Page> pages, LoadedImage image, int copies) {
        Kind kind = image.file().kind();
        boolean secured = kind != Kind.USER;
        boolean shared = kind != Kind.KERNEL;
        String name = image.file().name();
        Entry before = new Entry(true, false, true, secured, shared);
        Entry code = new Entry(true, false, true, secured, false);
        Entry data = new Entry(true, false, false, secured, false);
        for (int page : codePages(image)) {
            pages.add(new Page(image.address() + (long) page * PAGE_BYTES, name, "prologues", before, code, copies));
        }
        for (long pair : image.hpat.pairs()) {
            pages.add(new Page(pair, name, "stubs", NONE, code, copies));
            pages.add(new Page(pair + Hpat.POINTER_OFFSET, name, "pointers", NONE, data, copies));
        }
        for (PatchImage patch : image.patches) {
            pages.add(new Page(patch.address(), patch.kb() + " for " + name, "headers", NONE, data, 1));
            for (long page = patch.address() + PAGE_BYTES; page < patch.end(); page += PAGE_BYTES) {
                pages.add(new Page(page, patch.kb() + " for " + name, "new code", NONE, code, 1));
            }
        }
    }

    /// @param protection some of R, W, X; empty for reserved space
    public record Region(long address, long bytes, String protection, String owner, String purpose) {}

    /// An address for indirect calls that differs from what the file says.
    ///
    /// @param valid whether an indirect call may go there
    public record Target(String image, int rva, long address, boolean valid) {}

    /// @param before the entry without hotpatching
    /// @param copies how many processes or sessions have a private one
    public record Page(long address, String owner, String purpose, Entry before, Entry after, int copies) {}

    /// A page-table entry.
    ///
    /// @param secured only the secure world (VTL1) may change it
    public record Entry(boolean present, boolean writable, boolean executable, boolean secured, boolean copyOnWrite) {}

    /// @param patchKib what hotpatching takes: tables, private copies of code pages, patch images but the old ones
    /// @param regions tables in use and patch images
    public record Counters(int hooks, int patchKib, int retainedKib, int regions) {
        public static final Counters NONE = new Counters(0, 0, 0, 0);
    }
}
