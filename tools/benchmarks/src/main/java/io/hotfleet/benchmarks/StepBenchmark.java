package io.hotfleet.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Steps of nodes: some machines through 2025. Divide by the events beside it for the price of one step.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class StepBenchmark {
    private static final long SEED = 1;

    @Param({"1", "128"})
    private int machines;

    private LongSupplier year;

    /// Counted along, in events a second.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Steps {
        public long events;
    }

    @Setup
    public void begin() {
        year = Releases.year2025(SEED).rerun(machines);
    }

    @Benchmark
    public long year(Steps steps) {
        long events = year.getAsLong();
        steps.events += events;
        return events;
    }
}
