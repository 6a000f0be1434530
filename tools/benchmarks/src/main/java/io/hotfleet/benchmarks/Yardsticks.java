package io.hotfleet.benchmarks;

import io.hotfleet.node.batch.FleetYear;
import io.hotfleet.node.kernel.EventQueue;
import io.hotfleet.node.kernel.Randoms;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/// What this machine gives at this hour, measured in the same run: an event's speed means nothing by itself.
///
/// @param shardQueueNanos taking an event from a queue of a shard's size and putting one back, nothing else
/// @param wideQueueNanos the same with a million events in one queue
/// @param drawNanos one draw
/// @param streamGibPerSecond copying an array far larger than the caches, bytes read and written
/// @param randomNanos one read at an address that depends on the read before, anywhere in that array
record Yardsticks(
        double shardQueueNanos,
        double wideQueueNanos,
        double drawNanos,
        double streamGibPerSecond,
        double randomNanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WIDE = 1_000_000;
    private static final int LONGS = 1 << 24;
    private static final int COPIES = 8;
    private static final int ROUNDS = 3;
    private static final long FIRST = 1_735_689_600L;
    private static final double GIB = 1L << 30;

    /// @param turns events, draws and reads of a round
    static Yardsticks measure(int turns) {
        double queue = best(() -> queue(FleetYear.SHARD_MACHINES, turns)) / turns;
        double wide = best(() -> queue(WIDE, turns)) / turns;
        double draw = best(() -> draws(turns)) / turns;
        long[] from = new long[LONGS];
        long[] to = new long[LONGS];
        double stream = best(() -> copies(from, to));
        chain(from);
        double random = best(() -> walk(from, turns)) / turns;
        return new Yardsticks(queue, wide, draw, 2.0 * COPIES * LONGS * Long.BYTES / GIB / (stream / 1e9), random);
    }

    /// The least processor time of some rounds, in nanoseconds: the others were disturbed, or not yet compiled.
    private static double best(LongSupplier round) {
        long least = Long.MAX_VALUE;
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begun = THREADS.getCurrentThreadCpuTime();
            sum += round.getAsLong();
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - begun);
        }
        // a sum that nobody reads would let the compiler leave the rounds out
        return sum == Long.MIN_VALUE ? 0 : least;
    }

    private static long queue(int size, int turns) {
        EventQueue queue = new EventQueue(size);
        for (int i = 0; i < size; i++) {
            queue.push(FIRST + (Randoms.bits(0, i, 0, 0) & 0xFFF), i, 0);
        }
        for (int i = 0; i < turns; i++) {
            queue.popBefore(Long.MAX_VALUE);
            queue.push(queue.time() + (i * 0x9E3779B97F4A7C15L >>> 52), queue.subject(), 0);
        }
        return queue.nextTime();
    }

    private static long draws(int turns) {
        long sum = 0;
        for (int i = 0; i < turns; i++) {
            sum += Randoms.seconds(60, sum, i, 1, 2);
        }
        return sum;
    }

    private static long copies(long[] from, long[] to) {
        for (int i = 0; i < COPIES; i++) {
            System.arraycopy(from, 0, to, 0, LONGS);
        }
        return to[LONGS - 1];
    }

    /// One cycle through the whole array: each element names the next.
    private static void chain(long[] array) {
        for (int i = 0; i < array.length; i++) {
            array[i] = i;
        }
        for (int i = array.length - 1; i > 0; i--) {
            int other = (int) Long.remainderUnsigned(Randoms.bits(1, i, 0, 0), i);
            long kept = array[i];
            array[i] = array[other];
            array[other] = kept;
        }
    }

    private static long walk(long[] array, int turns) {
        long at = 0;
        for (int i = 0; i < turns; i++) {
            at = array[(int) at];
        }
        return at;
    }
}
