package io.hotfleet.node.batch;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.Setup.Shape;

/// The state of a range of machines in parallel arrays, and the draws that make each machine what it is. A thread
/// touches only its own part.
final class BatchState {
    static final long NEVER = Long.MAX_VALUE;
    /// A machine looks for updates at most so long after one has appeared.
    static final int SCAN_SECONDS = 22 * 3_600;
    /// Machines without running VBS, which take the cumulative updates.
    static final double BLOCKED = 0.10;
    /// Installations in which something goes wrong once.
    static final double FAULTY = 0.02;

    private static final double DESKTOPS = 0.25;
    private static final double DOMAIN_CONTROLLERS = 0.10;

    private static final long NODE = Randoms.key("bulk node");
    private static final long SHAPE = Randoms.key("bulk shape");
    private static final long VBS = Randoms.key("bulk vbs");
    private static final long SCAN = Randoms.key("bulk scan");
    private static final long FAULT = Randoms.key("bulk fault");

    final int first;
    final long[] seeds;
    final byte[] shapes;
    final boolean[] blocked;
    final byte[] phases;
    final long[] sinceSeconds;
    final long[] dueSeconds;
    /// Number of the offer that comes next.
    final byte[] next;
    final long[] offerSeconds;
    final byte[] faults;
    final byte[] failures;
    final BatchMemory memory;
    final int[] retainedKib;
    final int[] downSeconds;
    final short[] restarts;
    final short[] hotpatches;
    final short[] failed;

    /// @param first number of the first machine
    BatchState(long seed, int first, int size, int stepsMax) {
        this.first = first;
        seeds = new long[size];
        shapes = new byte[size];
        blocked = new boolean[size];
        phases = new byte[size];
        sinceSeconds = new long[size];
        dueSeconds = new long[size];
        next = new byte[size];
        offerSeconds = new long[size];
        faults = new byte[size];
        failures = new byte[size];
        memory = new BatchMemory(seeds, stepsMax);
        retainedKib = new int[size];
        downSeconds = new int[size];
        restarts = new short[size];
        hotpatches = new short[size];
        failed = new short[size];
        for (int i = 0; i < size; i++) {
            long drawn = Randoms.bits(seed, NODE, first + (long) i, 0);
            seeds[i] = drawn;
            shapes[i] = (byte) shape(Randoms.uniform(drawn, SHAPE, 0, 0)).ordinal();
            blocked[i] = Randoms.uniform(drawn, VBS, 0, 0) < BLOCKED;
        }
    }

    int size() {
        return seeds.length;
    }

    /// When a machine finds what appeared at some time.
    static long foundSeconds(long drawn, long kbKey, long appearsSeconds) {
        return appearsSeconds + (long) (SCAN_SECONDS * Randoms.uniform(drawn, SCAN, kbKey, 0));
    }

    /// What goes wrong with an installation; negative for nothing.
    ///
    /// @param kinds how many things can
    static int fault(long drawn, long kbKey, int kinds) {
        double u = Randoms.uniform(drawn, FAULT, kbKey, 0);
        return u < FAULTY ? (int) (u / FAULTY * kinds) : -1;
    }

    private static Shape shape(double u) {
        if (u < DOMAIN_CONTROLLERS) {
            return Shape.DOMAIN_CONTROLLER;
        }
        return u < DOMAIN_CONTROLLERS + DESKTOPS ? Shape.DESKTOP : Shape.CORE;
    }
}
