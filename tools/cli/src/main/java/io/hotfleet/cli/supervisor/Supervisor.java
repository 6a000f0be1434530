package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.process.PrivateFile;
import io.hotfleet.cli.process.ProcessMark;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import io.hotfleet.cli.process.Watchdog;
import io.hotfleet.cli.supervisor.StackEvent.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The process in the background: takes the home's lock, clears away what an earlier one left, holds the members until
/// it is told to stop or nobody needs them any more, and ends them before it ends itself.
public final class Supervisor {

    /// Who starts a supervisor comes for a lease at once, unless it has been ended meanwhile.
    private static final Duration FIRST_LEASE_MAX = WaitLimits.current().idle();

    private final Home home;
    private final PortPlan ports;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Supervisor(Home home, String ports) {
        this.home = home;
        this.ports = PortPlan.parse(ports);
    }

    /// Runs until the stack has ended.
    public void run() throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock.isValid()) {
                PrivateFile.giveToOwnerOfFolder(home.lock());
                keep();
            }
        } finally {
            stopped.countDown();
        }
    }

    private void keep() throws IOException, InterruptedException {
        ProcessMark self = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();
        Path records = OrphanReaper.clear(home.records()).resolve(self.pid() + "-" + self.startTicks());
        Files.createDirectories(records);
        Watchdog.watch(records);
        EventLog events = new EventLog();
        Members members = new Members(home, ports, records, events);
        Leases leases = new Leases(members::ensureReady, events, stop::countDown);
        try (ControlServer control = ControlServer.start(leases, members, events)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait));
            new SupervisorState(self, control.port(), control.secret()).write(home);
            if (stop.await(FIRST_LEASE_MAX.toMillis(), TimeUnit.MILLISECONDS) || !leases.unused()) {
                stop.await();
            }
            leases.close();
            events.add(Kind.STOPPING, "the stack is being stopped");
            Files.deleteIfExists(home.state());
            members.stop();
            Files.deleteIfExists(records);
        }
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException, InterruptedException {
        AtomicReference<FileLock> lock = new AtomicReference<>();
        new ProgressWait("an earlier supervisor to end", Activity.UNSEEN, WaitLimits.current(), System.out::println)
                .until(() -> {
                    lock.set(channel.tryLock());
                    return lock.get() != null;
                });
        return lock.get();
    }
}
