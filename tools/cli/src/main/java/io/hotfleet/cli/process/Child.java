package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A process of ours in a session of its own, so that Ctrl-C in the terminal reaches only us, and with a record, so
/// that it can be ended when we no longer can.
public final class Child {

    /// One that is asked to end and computes on is left to it for a minute, one that does nothing is killed sooner.
    private static final WaitLimits END = new WaitLimits(Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final Launch launch;
    private final Process process;
    private final ProcessMark mark;

    /// What to start.
    ///
    /// @param record names the record; watchdogs end processes in the order of these names
    /// @param environment the whole environment, nothing is inherited
    /// @param signal what asks the process to end
    public record Launch(
            String name, Path record, List<String> command, Map<String, String> environment, String signal, Path log) {}

    private Child(Launch launch, Process process, ProcessMark mark) {
        this.launch = launch;
        this.process = process;
        this.mark = mark;
    }

    public static Child start(Launch launch) {
        try {
            if (Files.exists(launch.log())) {
                Files.move(
                        launch.log(),
                        launch.log().resolveSibling(launch.log().getFileName() + ".previous"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> command = new ArrayList<>(List.of("setsid"));
            command.addAll(launch.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(launch.log().toFile());
            builder.environment().clear();
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            ProcessMark mark = ProcessMark.of(process.pid()).orElseGet(() -> new ProcessMark(process.pid(), 0, ""));
            Files.writeString(
                    launch.record(),
                    "%d %d %s %s%n".formatted(mark.pid(), mark.startTicks(), mark.boot(), launch.signal()));
            return new Child(launch, process, mark);
        } catch (IOException e) {
            throw Failure.of("cannot start " + launch.name(), e);
        }
    }

    public ProcessMark mark() {
        return mark;
    }

    public boolean alive() {
        return process.isAlive();
    }

    public void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    public void signal() {
        try {
            // the shell's own kill: the program of that name is not everywhere
            new ProcessBuilder("sh", "-c", "kill -s " + launch.signal() + " " + process.pid()).start();
        } catch (IOException e) {
            process.destroy();
        }
    }

    /// Waits for an end that was asked for, and makes it happen if it does not.
    public void awaitEnd() throws InterruptedException {
        awaitEnd(END);
    }

    /// @param limits until it is killed
    public void awaitEnd(WaitLimits limits) throws InterruptedException {
        ProgressWait end = new ProgressWait(launch.name() + " to end", activity(), limits, _ -> {});
        if (!end.comesAbout(() -> !alive())) {
            process.destroyForcibly().waitFor();
        }
        forget();
    }

    /// What it is seen to do.
    public Activity activity() {
        return new ProcessActivity(process.toHandle(), launch.log());
    }

    /// Removes the record of a process that has ended.
    public void forget() {
        try {
            Files.deleteIfExists(launch.record());
        } catch (IOException e) {
            throw Failure.of("cannot remove " + launch.record(), e);
        }
    }

    /// How it ended and where to read more, in one line.
    public String ending() {
        int exit = process.exitValue();
        String how = exit > 128 ? "was ended by signal " + (exit - 128) : "ended with exit code " + exit;
        return "%s (process %d) %s; its log: %s".formatted(launch.name(), mark.pid(), how, launch.log());
    }

    /// Why it ended, as far as its log tells.
    public String lastError() {
        return CrashLog.of(launch.log());
    }

    /// Whether it is this very process that listens on a port, and not another one that was there first.
    public boolean listensOn(int port) {
        return Ports.listens(process.pid(), port);
    }
}
