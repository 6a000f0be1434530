package io.hotfleet.cli.postgres;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.process.ProcessMark;
import io.hotfleet.cli.process.ProgressWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A server that still runs in our data folder, or the lock file of one that no longer does.
///
/// PostgreSQL itself refuses to start when the process id in its lock file belongs to any living process, which after a
/// restart of a container it often does.
final class StaleServer {

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
        new ProgressWait("process %d to end, which still uses %s".formatted(pid, folder), mark.activity(folder))
                .until(() -> !mark.alive());
    }
}
