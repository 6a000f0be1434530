package io.hotfleet.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import io.hotfleet.cli.postgres.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Layers whose bytes depend on names and contents of files alone: one owner, one time, two modes.
final class Layers {

    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");

    private Layers() {}

    /// An empty folder for layers while images are built that share some.
    ///
    /// Jib knows a file by its path and its time, and all of ours have one time: what an earlier run has left there
    /// may be made of other files.
    static Path cache(Path work) throws IOException {
        Path cache = work.resolve("cache/layers");
        Folders.delete(cache);
        return Files.createDirectories(cache);
    }

    /// A folder with all that is in it. A symbolic link becomes the file that it leads to.
    static FileEntriesLayer tree(String name, Path folder, String target) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> sorted = all.sorted().toList();
            for (Path each : sorted) {
                String relative = folder.relativize(each).toString();
                add(layer, each, relative.isEmpty() ? target : target + "/" + relative);
            }
        }
        return layer.build();
    }

    /// Single files by the path that they get.
    static FileEntriesLayer files(String name, Map<String, Path> files) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        files.forEach((target, file) -> add(layer, file, target));
        return layer.build();
    }

    private static void add(FileEntriesLayer.Builder layer, Path file, String target) {
        boolean program = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || Files.isExecutable(file);
        layer.addEntry(file, AbsoluteUnixPath.get(target), program ? PROGRAM : FILE);
    }
}
