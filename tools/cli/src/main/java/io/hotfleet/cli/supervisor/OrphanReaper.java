package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.process.Watchdog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// Ends processes whose supervisor is gone. Every supervisor has a folder of records of its own, so that the watchdog
/// of an earlier one can never end a process of the next.
public final class OrphanReaper {

    private OrphanReaper() {}

    /// Ends what killed supervisors of this home left; does nothing while one lives.
    ///
    /// @return whether there was anything
    public static boolean reap(Home home) {
        try {
            if (folders(home.records()).isEmpty()) {
                return false;
            }
            try (FileChannel channel =
                            FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return false;
                }
                clear(home.records());
                return true;
            }
        } catch (IOException e) {
            throw Failure.of("cannot clear " + home.records(), e);
        }
    }

    /// The same for whoever holds the lock.
    ///
    /// @return the folder, empty
    static Path clear(Path records) throws IOException {
        for (Path each : folders(records)) {
            Watchdog.sweep(each);
            Files.deleteIfExists(each);
        }
        return records;
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
