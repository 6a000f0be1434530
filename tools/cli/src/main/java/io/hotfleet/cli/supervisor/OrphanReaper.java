package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.process.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Processes whose supervisor is gone. Every supervisor has a folder of records of its own, so that the watchdog of an
/// earlier one can never end a process of the next.
final class OrphanReaper {

    private OrphanReaper() {}

    /// Ends what earlier supervisors left; the caller holds the lock.
    ///
    /// @return the folder, empty
    static Path clear(Path records) throws IOException {
        for (Path each : folders(records)) {
            Watchdog.sweep(each);
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
