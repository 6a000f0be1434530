package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Function;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import io.hotfleet.node.memory.Segment.Invocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the slow twin believes to be in memory; a copy of it is an undo.
final class TwinWorld {
    final List<Image> files;
    final Map<String, Loaded> images = new TreeMap<>();
    final Map<String, Integer> pids = new TreeMap<>();
    final List<Old> old = new ArrayList<>();

    TwinWorld(List<Image> files) {
        this.files = files;
    }

    TwinWorld copy() {
        TwinWorld copy = new TwinWorld(files);
        images.forEach((name, image) -> copy.images.put(name, image.copy()));
        copy.pids.putAll(pids);
        old.forEach(segment -> copy.old.add(segment.copy()));
        return copy;
    }

    void release(long now) {
        old.forEach(segment -> segment.holders.removeIf(holder -> holder.endsSeconds() <= now));
        old.removeIf(segment -> switch (segment.policy) {
            case REFERENCED -> segment.holders.isEmpty();
            case TIMED -> segment.holders.isEmpty() && now - segment.since >= 86_400;
            case UNTIL_RESTART -> false;
        });
    }

    void exit(String process) {
        int pid = pids.remove(process);
        old.forEach(segment -> segment.holders.removeIf(holder -> holder.pid() == pid));
        images.values().forEach(image -> image.processes.remove(process));
        Set<String> gone = images.values().stream()
                .filter(image -> image.file.kind() == Kind.USER && image.processes.isEmpty())
                .map(image -> image.file.name())
                .collect(Collectors.toSet());
        gone.forEach(images::remove);
        old.removeIf(segment -> gone.contains(segment.image));
    }

    void start(String process, int pid) {
        pids.put(process, pid);
        files.stream().filter(file -> file.isMappedBy(process)).forEach(file -> images.computeIfAbsent(
                        file.name(), _ -> new Loaded(file))
                .processes
                .add(process));
    }

    List<Piece> pieces() {
        return Piece.sorted(old.stream().map(segment -> new Piece(segment.image, segment.kib, segment.holders)));
    }

    /// Old code as it is compared.
    record Piece(String image, int kib, List<Invocation> holders) {
        static List<Piece> of(MemoryView view) {
            return sorted(view.retained().stream()
                    .map(segment -> new Piece(segment.image(), segment.kib(), segment.holders())));
        }

        private static List<Piece> sorted(Stream<Piece> pieces) {
            return pieces.sorted(Comparator.comparing(Piece::image)
                            .thenComparingInt(Piece::kib)
                            .thenComparingInt(piece -> piece.holders().hashCode()))
                    .toList();
        }
    }

    static final class Loaded {
        final Image file;
        final Set<String> processes = new TreeSet<>();
        final int[] slots = new int[512];
        final Map<Integer, String> target = new TreeMap<>();
        final Map<String, Integer> mapped = new TreeMap<>();
        Optional<String> active = Optional.empty();
        Optional<String> replaced = Optional.empty();
        Image part;
        Image old;
        List<Integer> fresh = List.of();

        Loaded(Image file) {
            this.file = file;
            this.part = file;
            this.old = file;
        }

        int sizes(Manifest manifest, List<Integer> rvas) {
            return manifest.image(file.name()).orElseThrow().functions().stream()
                    .filter(function -> rvas.contains(function.rva()))
                    .mapToInt(Function::oldSize)
                    .sum();
        }

        boolean isFolded(Installation installation, Function function) {
            return installation.folded().flatMap(hotpatch -> hotpatch.image(file.name())).stream()
                    .flatMap(whole -> whole.functions().stream())
                    .anyMatch(before ->
                            before.rva() == function.rva() && before.digest().equals(function.digest()));
        }

        int hooks() {
            int taken = 0;
            for (int slot = 0; slot < slots.length && !target.isEmpty(); slot++) {
                taken += slots[slot] == 0 ? 0 : 1;
            }
            return taken;
        }

        Map<Integer, Boolean> callTargets(Installation installation) {
            Map<Integer, Boolean> targets = new TreeMap<>();
            for (Function function : active.isPresent() ? part.functions() : List.<Function>of()) {
                if (!function.callTargets().isEmpty() && !isFolded(installation, function)) {
                    function.callTargets().forEach(target -> targets.put(target.rva(), target.valid()));
                }
            }
            return targets;
        }

        static int kib(Image part) {
            int bytes = part.functions().stream()
                    .mapToInt(function -> (function.newSize() + 15) / 16 * 16)
                    .sum();
            return 4 + (bytes + 4_095) / 4_096 * 4;
        }

        Loaded copy() {
            Loaded copy = new Loaded(file);
            copy.processes.addAll(processes);
            System.arraycopy(slots, 0, copy.slots, 0, slots.length);
            copy.target.putAll(target);
            copy.mapped.putAll(mapped);
            copy.active = active;
            copy.replaced = replaced;
            copy.part = part;
            copy.old = old;
            copy.fresh = new ArrayList<>(fresh);
            return copy;
        }
    }

    static final class Old {
        String image;
        String origin;
        int kib;
        long since;
        Setup.Retention policy;
        List<Invocation> holders = new ArrayList<>();

        Old copy() {
            Old copy = new Old();
            copy.image = image;
            copy.origin = origin;
            copy.kib = kib;
            copy.since = since;
            copy.policy = policy;
            copy.holders = new ArrayList<>(holders);
            return copy;
        }
    }
}
