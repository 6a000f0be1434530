package io.hotfleet.benchmarks;

import java.util.Map;

/// One size of fleet, measured.
///
/// @param seconds from the first machine made to the last event, on one thread
/// @param cpuSeconds of that, what the events took of a processor
/// @param secondsTogether the same on `threads` threads
/// @param heapBytes what the heap holds more after a collection than before, all state of all machines
/// @param hotpatching machines by restarts, of those that can hotpatch
/// @param blocked machines by restarts, of the others
/// @param failures installations that failed once
/// @param repeated whether both runs gave one digest
record Measured(
        int machines,
        long events,
        double seconds,
        double cpuSeconds,
        int threads,
        double secondsTogether,
        long heapBytes,
        double detailMedianMs,
        double detailP99Ms,
        Map<Integer, Integer> hotpatching,
        Map<Integer, Integer> blocked,
        long failures,
        String digest,
        boolean repeated) {
    static final int RESTARTS_HOTPATCHING = 4;
    static final int RESTARTS_BLOCKED = 12;

    double eventsPerSecond() {
        return events / seconds;
    }

    double eventsPerCoreSecond() {
        return events / cpuSeconds;
    }

    double eventsPerSecondTogether() {
        return events / secondsTogether;
    }

    double bytesPerMachine() {
        return (double) heapBytes / machines;
    }

    /// Whether the restarts are those of the calendar and the digest is the same twice.
    boolean isRight() {
        int counted = hotpatching.getOrDefault(RESTARTS_HOTPATCHING, 0) + blocked.getOrDefault(RESTARTS_BLOCKED, 0);
        return counted == machines && repeated;
    }
}
