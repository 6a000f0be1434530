package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.process.ProcessActivity;
import io.hotfleet.cli.process.Program;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Starts a supervisor in the background, in a session of its own.
final class SupervisorLaunch {

    private SupervisorLaunch() {}

    /// The new supervisor, or the one that another command started at the same moment.
    ///
    /// @param tell takes a line now and then while it starts
    static SupervisorClient start(Home home, PortPlan ports, Consumer<String> tell) {
        Process process = launch(home, ports);
        Path log = home.log("supervisor");
        Activity activity = new ProcessActivity(process.toHandle(), log);
        try {
            new ProgressWait("the supervisor to answer", activity, WaitLimits.current(), tell).until(() -> {
                boolean answers = SupervisorClient.find(home).isPresent();
                if (!answers && !process.isAlive()) {
                    throw Failure.of("the supervisor ended with exit code %d: %s; its log: %s"
                            .formatted(process.exitValue(), Program.lastLine(log), log));
                }
                return answers;
            });
        } catch (Failure e) {
            process.destroy();
            throw e;
        }
        return SupervisorClient.find(home).orElseThrow(() -> Failure.of("the supervisor has ended; its log: " + log));
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
}
