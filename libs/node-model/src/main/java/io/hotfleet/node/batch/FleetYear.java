package io.hotfleet.node.batch;

import io.hotfleet.node.memory.AddressSpace;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.memory.cost.ReleaseContents;
import io.hotfleet.node.workflow.Phase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// Many machines through some months of a calendar, in this process's memory.
///
/// What happens follows from seed, releases and number of machines alone, not from the number of threads: machines
/// run in shards of [#SHARD_MACHINES], and the shards' digests are combined in the shards' order.
public final class FleetYear {
    /// So few that a shard's queue and state fit the nearest cache.
    public static final int SHARD_MACHINES = 128;

    public static final int MACHINES_MAX = 10_000_000;
    /// How long the last offers may take until they are settled.
    private static final Duration RUN_ON = Duration.ofDays(60);

    private final YearPlan hotpatching;
    private final YearPlan cumulative;
    private final long seed;
    private final long startSeconds;
    private final long endSeconds;

    /// @param releases of one product
    public FleetYear(
            Collection<CalendarRelease> releases, YearMonth from, YearMonth to, ReleaseContents contents, long seed) {
        this.hotpatching = YearPlan.of(true, releases, from, to, contents);
        this.cumulative = YearPlan.of(false, releases, from, to, contents);
        this.seed = seed;
        this.startSeconds = from.atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        this.endSeconds = to.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .plus(RUN_ON)
                .toEpochSecond();
    }

    /// Plays the whole time; blocks until it is over.
    public FleetYearResult run(int machines, int threads) throws InterruptedException {
        if (machines < 1 || machines > MACHINES_MAX || threads < 1) {
            throw new IllegalArgumentException("%d machines, accepted are 1 to %d; %d threads, at least 1"
                    .formatted(machines, MACHINES_MAX, threads));
        }
        BatchState all = population(0, machines);
        byte[][] digests = new byte[Math.ceilDiv(machines, SHARD_MACHINES)][];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long events = 0;
            long cpuNanos = 0;
            List<Callable<Work>> parts = IntStream.range(0, threads)
                    .<Callable<Work>>mapToObj(thread -> () -> runShards(all, digests, thread, threads))
                    .toList();
            for (Future<Work> part : pool.invokeAll(parts)) {
                events += part.get().events();
                cpuNanos += part.get().cpuNanos();
            }
            return new FleetYearResult(all, new Work(events, cpuNanos), EventDigest.combine(digests));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /// One machine as it is at a time, derived from nothing but seed and releases.
    public MachineDetail detail(int machine, long atSeconds) {
        BatchState one = population(machine, 1);
        NodeBatch shard = new NodeBatch(hotpatching, cumulative, 1);
        shard.begin(one, 0, 1, startSeconds);
        shard.watch(startSeconds);
        shard.run(atSeconds + 1);
        Shape shape = Shape.values()[one.shapes[0]];
        AddressSpace memory = AddressSpace.replay(
                new Setup(one.seeds[0], shape, Setup.TABLE_BYTES, Retention.REFERENCED), shard.history());
        memory.release(atSeconds);
        return new MachineDetail(
                Phase.values()[one.phases[0]], one.sinceSeconds[0], one.dueSeconds[0], shard.installation(), memory);
    }

    /// A few machines through the whole time, as often as wanted, on the caller's thread and without their digest.
    ///
    /// @return plays them once and gives the number of events
    public LongSupplier rerun(int machines) {
        BatchState all = population(0, machines);
        NodeBatch shard = new NodeBatch(hotpatching, cumulative, machines);
        return () -> {
            shard.begin(all, 0, machines, startSeconds);
            return shard.run(endSeconds);
        };
    }

    public long startSeconds() {
        return startSeconds;
    }

    public long endSeconds() {
        return endSeconds;
    }

    YearPlan plan(boolean blocked) {
        return blocked ? cumulative : hotpatching;
    }

    BatchState population(int first, int machines) {
        int stepsMax = Math.max(1, Math.max(hotpatching.stepsMax(), cumulative.stepsMax()));
        return new BatchState(seed, first, machines, stepsMax);
    }

    NodeBatch shard() {
        return new NodeBatch(hotpatching, cumulative, SHARD_MACHINES);
    }

    private Work runShards(BatchState all, byte[][] digests, int thread, int threads) {
        NodeBatch shard = shard();
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long begun = processor.getCurrentThreadCpuTime();
        long events = 0;
        for (int number = thread; number < digests.length; number += threads) {
            int first = number * SHARD_MACHINES;
            shard.begin(all, first, Math.min(first + SHARD_MACHINES, all.size()), startSeconds);
            events += shard.run(endSeconds);
            digests[number] = shard.digest();
        }
        return new Work(events, processor.getCurrentThreadCpuTime() - begun);
    }

    /// What one thread did, or all together.
    record Work(long events, long cpuNanos) {}
}
