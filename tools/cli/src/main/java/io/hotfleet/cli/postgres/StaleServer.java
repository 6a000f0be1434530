package io.hotfleet.cli.postgres;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A server that still runs in our data folder, or the lock file of one that no longer does.
///
/// PostgreSQL itself refuses to start when the process id in its lock file belongs to any living process, which after a
/// restart of a container it often does.
final class StaleServer {

    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final long POLL_MS = 50;

    private StaleServer() {}

    static void clear(Path folder) {
        Path lockFile = folder.resolve("postmaster.pid");
        if (!Files.exists(lockFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(lockFile);
            long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
            if (!runsIn(pid, folder)) {
                Files.deleteIfExists(lockFile);
                return;
            }
            stop(pid, folder);
        } catch (IOException | NumberFormatException e) {
            throw Failure.of("cannot read " + lockFile, e);
        }
    }

    /// The working folder of a postmaster is its data folder.
    private static boolean runsIn(long pid, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(long pid, Path folder) throws IOException {
        ProcessMark mark = ProcessMark.of(pid).orElse(null);
        if (mark == null) {
            return;
        }
        new ProcessBuilder("sh", "-c", "kill -s INT " + pid).start();
        long start = System.nanoTime();
        while (mark.alive()) {
            if (System.nanoTime() - start > STOP_MAX.toNanos()) {
                throw Failure.of("process %d still uses %s and does not end".formatted(pid, folder));
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Failure.of("interrupted");
            }
        }
    }
}
