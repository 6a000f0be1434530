package io.hotfleet.cli.postgres;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

/// How PostgreSQL, which refuses to run as root, is run all the same when root started us.
///
/// @param prefix of every command line
/// @param owner user id that the database's files must have, or -1 for our own
/// @param folder where database and programs lie
record RunAs(List<String> prefix, int owner, Path folder) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final int UNCHANGED = -1;

    /// As the owner of the home folder; root's home by a user namespace, where those are forbidden by user `nobody` in
    /// a folder which that can reach.
    static RunAs choose(Path home) throws IOException {
        int owner = owner(home);
        if (owner(Path.of("/proc/self")) != ROOT) {
            return new RunAs(List.of(), UNCHANGED, home);
        }
        if (owner != ROOT) {
            return new RunAs(drop(owner), owner, home);
        }
        if (succeeds(List.of("unshare", "-U", "true"))) {
            return new RunAs(List.of("unshare", "-U"), UNCHANGED, home);
        }
        UUID name = UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8));
        Path reachable = Path.of("/var/tmp/hotfleet-" + name);
        if (!Files.exists(reachable)) {
            Files.createDirectory(
                    reachable, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.setAttribute(reachable, "unix:uid", NOBODY);
        }
        if (Files.isSymbolicLink(reachable) || owner(reachable) != NOBODY) {
            throw Failure.of(reachable + " belongs to somebody else: remove it, or run as an ordinary user");
        }
        return new RunAs(drop(NOBODY), NOBODY, reachable);
    }

    /// Hands a file over to the user that PostgreSQL runs as.
    void give(Path file) throws IOException {
        if (owner != UNCHANGED) {
            Files.setAttribute(file, "unix:uid", owner);
        }
    }

    private static List<String> drop(int user) {
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }
}
