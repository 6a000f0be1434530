package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A program that is run to its end, for as long as it does something.
///
/// @param name as a person reads it
/// @param environment the whole environment, nothing is inherited
/// @param log for its output
public record Program(String name, List<String> command, Map<String, String> environment, Path log) {

    /// @param tell takes a line now and then while it runs
    /// @throws Failure if it fails, with the end of its output
    public void run(Consumer<String> tell) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                new ProgressWait(
                                name + " to end",
                                new ProcessActivity(process.toHandle(), log),
                                WaitLimits.current(),
                                tell)
                        .until(() -> !process.isAlive());
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw Failure.of("%s ended with exit code %d: %s; its log: %s"
                        .formatted(name, process.exitValue(), lastLine(log), log));
            }
        } catch (IOException e) {
            throw Failure.of("cannot run " + command.getFirst(), e);
        }
    }

    /// The last line of a log.
    public static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "no output" : lines.getLast();
        } catch (IOException e) {
            return "no log";
        }
    }
}
