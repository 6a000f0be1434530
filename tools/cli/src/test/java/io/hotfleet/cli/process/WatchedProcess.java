package io.hotfleet.cli.process;

import io.hotfleet.cli.process.Child.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Stands in for a supervisor: one child, one watchdog, and the child's id on standard output.
final class WatchedProcess {

    private WatchedProcess() {}

    static Process start(Path records) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchedProcess.class.getName(),
                        records.toString())
                .start();
    }

    public static void main(String[] args) throws InterruptedException {
        Path records = Path.of(args[0]);
        Watchdog.watch(records);
        Child child = Child.start(new Launch(
                "sleep",
                records.resolve("1-sleep"),
                List.of("sleep", "60"),
                Map.of("PATH", System.getenv("PATH")),
                "TERM",
                records.resolveSibling(records.getFileName() + ".log")));
        System.out.println(child.mark().pid());
        Thread.currentThread().join();
    }
}
