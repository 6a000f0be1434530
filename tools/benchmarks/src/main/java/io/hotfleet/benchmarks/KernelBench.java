package io.hotfleet.benchmarks;

import io.hotfleet.node.batch.FleetYear;
import io.hotfleet.node.batch.FleetYearResult;
import io.hotfleet.node.batch.MachineDetail;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.MemoryView;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Plays 2025 at several sizes and prints what it took, with yardsticks and proof.
public final class KernelBench {
    private final long seed;
    private final int threads;
    private final Effort effort;

    KernelBench(long seed, int threads, Effort effort) {
        this.seed = seed;
        this.threads = threads;
        this.effort = effort;
    }

    /// How much is done for the sake of steady figures.
    ///
    /// @param warmMachines whose year is played before anything is measured
    /// @param warmDetails looked at before those that count
    /// @param details of single machines
    /// @param turns of each yardstick
    record Effort(int warmMachines, int warmDetails, int details, int turns) {
        static final Effort FULL = new Effort(20_000, 200, 400, 5_000_000);
    }

    /// @param arguments seed, threads, `table` or `json`, then the sizes; the launcher has checked them
    public static void main(String[] arguments) throws InterruptedException {
        KernelBench bench = new KernelBench(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), Effort.FULL);
        int[] sizes =
                Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).toArray();
        KernelOutput output = arguments[2].equals("json") ? new KernelJson() : new KernelTable();
        System.exit(bench.run(sizes, output, System.out) ? 0 : 1);
    }

    /// @return whether every proof held
    boolean run(int[] sizes, KernelOutput output, PrintStream out) throws InterruptedException {
        FleetYear year = Releases.year2025(seed);
        year.run(effort.warmMachines(), 1);
        output.begin(seed, Yardsticks.measure(effort.turns()), out);
        boolean right = true;
        for (int machines : sizes) {
            Measured measured = measure(year, machines);
            output.row(measured, out);
            right &= measured.isRight();
        }
        output.end(out);
        return right;
    }

    private Measured measure(FleetYear year, int machines) throws InterruptedException {
        long heapBefore = heapBytes();
        long begun = System.nanoTime();
        FleetYearResult alone = year.run(machines, 1);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long heap = heapBytes() - heapBefore;
        begun = System.nanoTime();
        FleetYearResult together = year.run(machines, threads);
        double secondsTogether = (System.nanoTime() - begun) / 1e9;
        double[] details = detailMs(year, machines);
        return new Measured(
                machines,
                alone.events(),
                seconds,
                alone.cpuNanos() / 1e9,
                threads,
                secondsTogether,
                heap,
                details[effort.details() / 2],
                details[effort.details() * 99 / 100],
                alone.restarts(false),
                alone.restarts(true),
                alone.failures(),
                alone.digest(),
                alone.digest().equals(together.digest()));
    }

    /// Any machine at any time, from request to regions, hooks, pages and holders; in order of duration.
    private double[] detailMs(FleetYear year, int machines) {
        List<Double> millis = new ArrayList<>();
        for (int i = -effort.warmDetails(); i < effort.details(); i++) {
            int machine = (int) Long.remainderUnsigned(Randoms.bits(seed, 1, i, 0), machines);
            long at = year.startSeconds()
                    + Long.remainderUnsigned(Randoms.bits(seed, 2, i, 0), year.endSeconds() - year.startSeconds());
            long begun = System.nanoTime();
            MachineDetail detail = year.detail(machine, at);
            MemoryView view = MemoryView.of(detail.memory());
            double ms = (System.nanoTime() - begun) / 1e6;
            if (i >= 0 && !view.regions().isEmpty()) {
                millis.add(ms);
            }
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static long heapBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
