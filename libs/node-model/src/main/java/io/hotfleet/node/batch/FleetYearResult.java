package io.hotfleet.node.batch;

import java.util.TreeMap;

/// What came of a run. Holds the state of all machines, so that its size can be measured.
public final class FleetYearResult {
    private final BatchState all;
    private final FleetYear.Work work;
    private final String digest;

    FleetYearResult(BatchState all, FleetYear.Work work, String digest) {
        this.all = all;
        this.work = work;
        this.digest = digest;
    }

    public long events() {
        return work.events();
    }

    /// Time of processors that the events took, of all threads together.
    public long cpuNanos() {
        return work.cpuNanos();
    }

    public String digest() {
        return digest;
    }

    public int machines() {
        return all.size();
    }

    /// Machines by their number of restarts.
    ///
    /// @param blocked whether of those that cannot hotpatch, or of those that can
    public TreeMap<Integer, Integer> restarts(boolean blocked) {
        TreeMap<Integer, Integer> machines = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.blocked[i] == blocked) {
                machines.merge((int) all.restarts[i], 1, Integer::sum);
            }
        }
        return machines;
    }

    public long hotpatches() {
        long sum = 0;
        for (short one : all.hotpatches) {
            sum += one;
        }
        return sum;
    }

    /// Installations that failed once, and were tried again.
    public long failures() {
        long sum = 0;
        for (short one : all.failed) {
            sum += one;
        }
        return sum;
    }

    /// Of the machines from `first` to before `afterLast`.
    public long downSeconds(int first, int afterLast) {
        long sum = 0;
        for (int i = first; i < afterLast; i++) {
            sum += all.downSeconds[i];
        }
        return sum;
    }
}
