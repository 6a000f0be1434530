package io.hotfleet.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/// For people.
final class KernelTable implements KernelOutput {
    private static final int DIGEST_SHOWN = 12;
    private static final int DIGEST_PREFIX = "sha256:".length();

    @Override
    public void begin(long seed, Yardsticks yardsticks, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "The year 2025 of Windows Server 2025 in memory, seed %d; Java %s, %d processors%n",
                seed,
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        out.printf(
                Locale.ROOT,
                "Yardsticks, in processor time: queue alone %.0f ns an event (a million in one queue %.0f ns), draw %.0f ns,%n",
                yardsticks.shardQueueNanos(),
                yardsticks.wideQueueNanos(),
                yardsticks.drawNanos());
        out.printf(
                Locale.ROOT,
                "            memory %.1f GiB/s streamed, %.0f ns a random read%n%n",
                yardsticks.streamGibPerSecond(),
                yardsticks.randomNanos());
        out.printf(
                "%9s %11s %8s %11s %11s %9s %8s %9s %9s  %-12s  %s%n",
                "machines",
                "events",
                "seconds",
                "M events/s",
                "on a core",
                "together",
                "B each",
                "detail ms",
                "p99",
                "digest",
                "proof");
    }

    @Override
    public void row(Measured measured, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%9d %11d %8.2f %11.2f %11.2f %9.2f %8.0f %9.2f %9.2f  %-12s  %s%n",
                measured.machines(),
                measured.events(),
                measured.seconds(),
                measured.eventsPerSecond() / 1e6,
                measured.eventsPerCoreSecond() / 1e6,
                measured.eventsPerSecondTogether() / 1e6,
                measured.bytesPerMachine(),
                measured.detailMedianMs(),
                measured.detailP99Ms(),
                measured.digest().substring(DIGEST_PREFIX, DIGEST_PREFIX + DIGEST_SHOWN),
                proof(measured));
    }

    @Override
    public void end(PrintStream out) {
        out.printf(
                "%nM events/s: wall time of one thread; on a core: processor time of that thread; together: all threads.%n");
        out.printf(
                "Restarts: machines that hotpatch, then machines that cannot; the digest is the same with 1 and more threads.%n");
    }

    private static String proof(Measured measured) {
        String restarts = "restarts %s and %s, %d failed once"
                .formatted(measured.hotpatching(), measured.blocked(), measured.failures());
        return measured.isRight() ? restarts : "WRONG: " + restarts + ", same digest: " + measured.repeated();
    }
}
