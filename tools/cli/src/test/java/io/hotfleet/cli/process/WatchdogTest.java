package io.hotfleet.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    @TempDir
    Path records;

    @Test
    void sweepEndsWhatTheRecordsName() throws IOException, InterruptedException {
        Process service = new ProcessBuilder("sleep", "60").start();
        Process database = new ProcessBuilder("sleep", "60").start();
        record("1-service", service, 0, "TERM");
        // not INT: a test run in the background of a shell has children that ignore it
        record("2-database", database, 0, "USR1");

        Watchdog.sweep(records);

        assertThat(service.waitFor()).isEqualTo(128 + 15);
        assertThat(database.waitFor()).isEqualTo(128 + 10);
        assertThat(records).isEmptyDirectory();
    }

    @Test
    void sweepSparesAProcessThatHasTheIdOfAnEarlierOne() throws IOException, InterruptedException {
        Process innocent = new ProcessBuilder("sleep", "60").start();
        record("1-service", innocent, -1, "TERM");

        Watchdog.sweep(records);

        assertThat(innocent.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(records).isEmptyDirectory();
        innocent.destroy();
    }

    @Test
    void sweepKillsWhatDoesNotListen() throws IOException, InterruptedException {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done").start();
        deaf.inputReader().readLine();
        record("1-service", deaf, 0, "TERM");

        Watchdog.sweep(records, Duration.ofMillis(300));

        assertThat(deaf.waitFor()).isEqualTo(128 + 9);
    }

    @Test
    void whatIsKilledTakesItsChildrenAlong() throws Exception {
        // the one that watches is a process of its own, to be killed
        Process watcher = WatchedProcess.start(records);
        long child = Long.parseLong(watcher.inputReader().readLine());
        ProcessHandle handle = ProcessHandle.of(child).orElseThrow();

        watcher.destroyForcibly();

        assertThat(handle.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private void record(String name, Process process, int ticksOff, String signal) throws IOException {
        ProcessMark mark = ProcessMark.of(process.pid()).orElseThrow();
        Files.writeString(
                records.resolve(name),
                "%d %d %s %s%n".formatted(mark.pid(), mark.startTicks() + ticksOff, mark.boot(), signal));
    }
}
