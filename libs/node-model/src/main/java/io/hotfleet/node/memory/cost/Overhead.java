package io.hotfleet.node.memory.cost;

import io.hotfleet.node.memory.AddressSpace.Reach;
import io.hotfleet.node.memory.MemoryView.Counters;
import java.util.Locale;

/// What hooks and old code cost while they last. The formulae are ours; nobody has published measurements.
///
/// CPU: every call of a diverted function takes three more jumps, two of them predicted, one through memory.
/// Memory: what hotpatching holds, old code included. Pause: all processors wait while kernel code is diverted.
public record Overhead(double cpuPercent, int memoryKib) {
    /// Short jump, near jump, indirect jump through a cached pointer.
    public static final double DIVERTED_CALL_NANOS = 2.0;

    /// Calls of one diverted function in a second, on a busy server.
    public static final double CALLS_PER_SECOND = 2_000;

    /// Bringing all processors together, and letting them go.
    public static final double RENDEZVOUS_MICROS = 50;

    /// Writing one prologue and one pointer while they wait.
    public static final double WRITE_MICROS = 0.2;

    /// Injecting a thread into a process and waiting for its end.
    public static final double THREAD_MICROS = 300;

    private static final double NANOS_PER_SECOND = 1e9;

    /// @param cores among which the calls are spread
    public static Overhead of(Counters counters, int cores) {
        double nanos = counters.hooks() * CALLS_PER_SECOND * DIVERTED_CALL_NANOS;
        return new Overhead(100 * nanos / NANOS_PER_SECOND / cores, counters.patchKib() + counters.retainedKib());
    }

    /// What diverting the functions cost, in words.
    public static String text(Reach reach) {
        return String.format(
                Locale.ROOT,
                "all processors stood %.1f µs, threads worked %.0f µs",
                pauseMicros(reach),
                threadMicros(reach));
    }

    /// How long all processors wait, all images together.
    public static double pauseMicros(Reach reach) {
        return reach.rendezvous() * RENDEZVOUS_MICROS + reach.functions() * WRITE_MICROS;
    }

    /// How long the work in the processes takes; they run on meanwhile.
    public static double threadMicros(Reach reach) {
        return reach.threads() * THREAD_MICROS;
    }
}
