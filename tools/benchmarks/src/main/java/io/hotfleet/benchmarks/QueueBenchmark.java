package io.hotfleet.benchmarks;

import io.hotfleet.node.batch.FleetYear;
import io.hotfleet.node.kernel.EventQueue;
import io.hotfleet.node.kernel.Randoms;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One event out of the queue and one in, with a number of others waiting.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark {
    @Param({"" + FleetYear.SHARD_MACHINES, "1000000"})
    private int waiting;

    private EventQueue queue;
    private long turn;

    @Setup
    public void fill() {
        queue = new EventQueue(waiting);
        for (int i = 0; i < waiting; i++) {
            queue.push(delay(i), i, 0);
        }
    }

    @Benchmark
    public long popAndPush() {
        if (queue.nextTime() > Integer.MAX_VALUE) {
            fill();
        }
        queue.popBefore(Long.MAX_VALUE);
        queue.push(queue.time() + delay(turn++), queue.subject(), 0);
        return queue.time();
    }

    private static long delay(long number) {
        return Randoms.bits(0, number, 0, 0) & 0xFFF;
    }
}
