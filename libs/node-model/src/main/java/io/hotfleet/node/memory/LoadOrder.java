package io.hotfleet.node.memory;

import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.Manifest.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Images are patched after those that they import from, so that new code never calls code that is not there yet.
final class LoadOrder {
    private LoadOrder() {}

    /// Dependencies first, else by name; of images that need each other, the one whose name comes first is last.
    static List<LoadedImage> of(Collection<LoadedImage> images) {
        Map<String, LoadedImage> byName = new TreeMap<>();
        images.forEach(image -> byName.put(image.file().name(), image));
        Set<String> begun = new LinkedHashSet<>();
        Set<LoadedImage> ordered = new LinkedHashSet<>();
        byName.values().forEach(image -> visit(image, byName, begun, ordered));
        return List.copyOf(ordered);
    }

    private static void visit(
            LoadedImage image, Map<String, LoadedImage> byName, Set<String> begun, Set<LoadedImage> ordered) {
        if (!begun.add(image.file().name())) {
            return;
        }
        for (String dependency : image.file().dependencies()) {
            if (byName.containsKey(dependency)) {
                visit(byName.get(dependency), byName, begun, ordered);
            }
        }
        ordered.add(image);
    }

    /// An image that a part imports from and that is not mapped wherever the patched one is.
    static Optional<String> missing(LoadedImage image, Image part, Map<String, LoadedImage> images) {
        return part.dependencies().stream()
                .filter(name -> !isReached(image, images.get(name)))
                .findFirst();
    }

    private static boolean isReached(LoadedImage image, LoadedImage dependency) {
        if (dependency == null) {
            return false;
        }
        boolean everywhere = dependency.file().kind() != Kind.USER;
        return everywhere || dependency.processes.containsAll(image.processes);
    }
}
