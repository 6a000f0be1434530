package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Ends recorded processes once their supervisor is gone.
///
/// A shell of its own session that reads from a pipe: the pipe ends with the process that holds its other end, whatever
/// ended that, `kill -9` included. The same script, given no input, clears away what an earlier boot or a killed
/// watchdog left.
public final class Watchdog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Watchdog() {}

    /// Watches over this process until it ends.
    public static void watch(Path records) {
        start(records, PATIENCE, Redirect.PIPE);
    }

    /// Ends now whatever the records name.
    public static void sweep(Path records) {
        sweep(records, PATIENCE);
    }

    static void sweep(Path records, Duration patience) {
        Process process =
                start(records, patience, Redirect.from(Path.of("/dev/null").toFile()));
        new ProgressWait("processes of an earlier run to end, those in " + records, Activity.UNSEEN)
                .until(() -> !process.isAlive());
    }

    private static Process start(Path records, Duration patience, Redirect input) {
        try {
            return new ProcessBuilder(List.of(
                            "setsid",
                            "sh",
                            "-c",
                            script(),
                            "hotfleet-watchdog",
                            records.toString(),
                            String.valueOf(patience.toMillis() / 100)))
                    .redirectInput(input)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw Failure.of("cannot start the watchdog (util-linux must be installed)", e);
        }
    }

    private static String script() throws IOException {
        try (InputStream text = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
