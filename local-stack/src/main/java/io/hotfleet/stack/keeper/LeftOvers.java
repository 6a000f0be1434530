package io.hotfleet.stack.keeper;

import io.hotfleet.stack.process.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Processes whose keeper is gone. Every keeper has a folder of records of its own, so that the guard of an earlier one
/// can never end a process of the next.
final class LeftOvers {

    private LeftOvers() {}

    /// Ends what earlier keepers left; the caller holds the lock.
    ///
    /// @return the folder, empty
    static Path clear(Path records) throws IOException {
        for (Path each : folders(records)) {
            Guard.sweep(each);
            Files.deleteIfExists(each);
        }
        return records;
    }

    static boolean none(Path records) throws IOException {
        return folders(records).isEmpty();
    }

    private static List<Path> folders(Path records) throws IOException {
        if (!Files.isDirectory(records)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(records)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
