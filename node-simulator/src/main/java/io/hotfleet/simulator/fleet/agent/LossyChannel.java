package io.hotfleet.simulator.fleet.agent;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.workflow.Fault;
import io.hotfleet.simulator.client.LiveFeed.LiveReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The way from the nodes of one fleet to patch-service, with the faults that lie on it. What happens to a report is a
/// draw of (seed, fault, node, number): the same fleet loses the same reports again. Not thread-safe.
final class LossyChannel {
    /// Reports that are overtaken wait here for the next exchange; a further one is lost.
    private static final int LATE_MAX = 1_000;

    private static final int PER_CENT = 100;

    private final long seed;
    private List<LiveReport> late = new ArrayList<>();
    private List<LiveReport> overtaken = new ArrayList<>();
    private final List<LiveReport> arriving = new ArrayList<>();

    /// @param prompt what was sent now
    /// @param overtaken what the exchange before held back; it comes after `prompt`, so not in one batch with it: a
    /// batch is taken in order of time
    record Arrival(List<LiveReport> prompt, List<LiveReport> overtaken) {}

    LossyChannel(long seed) {
        this.seed = seed;
    }

    void send(LiveReport report, Map<Fault, Integer> faults) {
        if (strikes(Fault.REPORT_LOST, report, faults)) {
            return;
        }
        if (strikes(Fault.REPORT_REORDERED, report, faults)) {
            if (overtaken.size() < LATE_MAX) {
                overtaken.add(report);
            }
            return;
        }
        arriving.add(report);
        if (strikes(Fault.REPORT_DUPLICATED, report, faults)) {
            arriving.add(report);
        }
    }

    /// What arrives in this exchange.
    Arrival arrive() {
        Arrival arrival = new Arrival(List.copyOf(arriving), late);
        arriving.clear();
        late = overtaken;
        overtaken = new ArrayList<>();
        return arrival;
    }

    private boolean strikes(Fault fault, LiveReport report, Map<Fault, Integer> faults) {
        double drawn = Randoms.uniform(seed, Randoms.key(fault.name()), Randoms.key(report.machine()), report.seq());
        return drawn * PER_CENT < faults.getOrDefault(fault, 0);
    }
}
