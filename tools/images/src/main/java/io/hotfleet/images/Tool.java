package io.hotfleet.images;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that is run to its end.
final class Tool {

    private static final long END_SECONDS_MAX = 600;

    private Tool() {}

    /// What the program says.
    ///
    /// @throws Failure if it fails, with the end of its output
    static String run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw Failure.of("%s does not end".formatted(command.getFirst()));
            }
            if (process.exitValue() != 0) {
                String end = output.lines().toList().isEmpty()
                        ? "no output"
                        : output.lines().toList().getLast();
                throw Failure.of("%s ended with exit code %d: %s".formatted(command, process.exitValue(), end));
            }
            return output;
        } catch (IOException e) {
            throw Failure.of("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }
}
