package io.hotfleet.system.stack;

import io.hotfleet.cli.process.WaitLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The script `hotfleet` as a user runs it, on a home folder of its own.
///
/// @param home data, logs and state
/// @param databaseUrl a PostgreSQL to use in place of the embedded one; null for that
public record Cli(Path home, String databaseUrl) {

    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Duration LONGEST = WaitLimits.current().total();

    /// How a command ended.
    ///
    /// @param err lines of standard error
    public record Result(int exitCode, String out, List<String> err) {}

    /// A command under way.
    public record Running(Process process, CompletableFuture<String> out, CompletableFuture<String> err) {

        public Result await() {
            return await(LONGEST);
        }

        /// @throws AssertionError if it takes longer
        public Result await(Duration longest) {
            try {
                if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroy();
                    throw new AssertionError("the command did not end within " + longest + ": " + err.join());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            return new Result(
                    process.exitValue(), out.join(), err.join().lines().toList());
        }
    }

    public static Cli inTarget(String name) {
        return new Cli(Path.of("target", name).toAbsolutePath(), null);
    }

    /// Ends what an earlier run left and forgets its data.
    public void beginAnew() {
        run("down");
        for (String name : List.of("database", "secrets.json")) {
            delete(home.resolve(name));
        }
    }

    private static void delete(Path path) {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Result run(String... arguments) {
        return start(arguments).await();
    }

    public Running start(String... arguments) {
        // whoever runs the tests in the background may have them ignore Ctrl-C
        List<String> command = new ArrayList<>(
                List.of("env", "--default-signal=INT", ROOT.resolve("hotfleet").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOTFLEET_HOME", home.toString());
        builder.environment().put("HOTFLEET_NO_BUILD", "1");
        // these stacks are over before the optimising compiler has paid for itself
        builder.environment().put("HOTFLEET_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOTFLEET_DATABASE_URL", databaseUrl == null ? "" : databaseUrl);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new Running(process, text(process.getInputStream()), text(process.getErrorStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In a thread of its own: whoever reads a pipe holds what carries virtual threads, as few as there are processors.
    private static CompletableFuture<String> text(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }
}
