package io.hotfleet.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// One process and no other: an id may be given again, but not with the same start time in the same boot.
///
/// @param startTicks field 22 of `/proc/{pid}/stat`
public record ProcessMark(long pid, long startTicks, String boot) {

    private static final int START_TICKS_AFTER_NAME = 19;

    /// Mark of a process that is there now.
    public static Optional<ProcessMark> of(long pid) {
        return stat(pid).map(stat -> new ProcessMark(pid, stat.startTicks(), currentBoot()));
    }

    /// Not yet ended; one that ended and waits to be reaped counts as ended.
    public boolean alive() {
        return currentBoot().equals(boot)
                && stat(pid)
                        .filter(stat -> stat.startTicks() == startTicks && stat.state() != 'Z')
                        .isPresent();
    }

    /// What it is seen to do, with those that it has started.
    public Activity activity(Path log) {
        return ProcessHandle.of(pid)
                .<Activity>map(process -> new ProcessActivity(process, log))
                .orElse(Activity.UNSEEN);
    }

    /// Ends it at once, if it is still the same process.
    public void kill() {
        if (alive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /// Resident memory now, in MiB.
    public long residentMiB() {
        return statusMiB("VmRSS:");
    }

    /// The most resident memory that it ever had, in MiB.
    public long peakMiB() {
        return statusMiB("VmHWM:");
    }

    private long statusMiB(String field) {
        return read(Path.of("/proc/" + pid + "/status"))
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith(field)).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .orElse(0L);
    }

    private record Stat(char state, long startTicks) {}

    private static Optional<Stat> stat(long pid) {
        return read(Path.of("/proc/" + pid + "/stat")).map(text -> {
            // the name in parentheses may hold anything, so count from its end
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return new Stat(fields[0].charAt(0), Long.parseLong(fields[START_TICKS_AFTER_NAME]));
        });
    }

    private static String currentBoot() {
        return read(Path.of("/proc/sys/kernel/random/boot_id"))
                .map(String::strip)
                .orElse("unknown");
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // a process that ends while it is read: no such process
            return Optional.empty();
        }
    }
}
