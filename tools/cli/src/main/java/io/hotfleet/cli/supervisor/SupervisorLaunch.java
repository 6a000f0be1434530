package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.process.PortPlan;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Starts a supervisor in the background, in a session of its own.
final class SupervisorLaunch {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(90);
    private static final long POLL_MS = 10;

    private SupervisorLaunch() {}

    /// The new supervisor, or the one that another command started at the same moment.
    static SupervisorClient start(Home home, PortPlan ports) throws InterruptedException {
        Process process = launch(home, ports);
        long start = System.nanoTime();
        while (System.nanoTime() - start < ANSWER_MAX.toNanos()) {
            Optional<SupervisorClient> supervisor = SupervisorClient.find(home);
            if (supervisor.isPresent()) {
                return supervisor.get();
            }
            if (!process.isAlive()) {
                throw Failure.of("the supervisor ended with exit code %d: %s; its log: %s"
                        .formatted(process.exitValue(), lastLine(home.log("supervisor")), home.log("supervisor")));
            }
            Thread.sleep(POLL_MS);
        }
        process.destroy();
        throw Failure.of("the supervisor does not answer after %d s; its log: %s"
                .formatted(ANSWER_MAX.toSeconds(), home.log("supervisor")));
    }

    private static Process launch(Home home, PortPlan ports) {
        // memory: unpacking PostgreSQL needs more than running does
        List<String> command = List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dhotfleet.checkout=" + home.checkout(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.hotfleet.cli.command.Main",
                "supervisor",
                ports.text());
        try {
            // not truncated but made anew: it may belong to another user
            Files.deleteIfExists(home.log("supervisor"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.folder().toFile())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(home.log("supervisor").toFile());
            builder.environment().put("HOTFLEET_HOME", home.folder().toString());
            return builder.start();
        } catch (IOException e) {
            throw Failure.of("cannot start the supervisor (util-linux must be installed)", e);
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "no output" : lines.getLast();
        } catch (IOException e) {
            return "no log";
        }
    }
}
