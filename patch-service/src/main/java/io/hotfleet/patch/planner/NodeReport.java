package io.hotfleet.patch.planner;

import io.hotfleet.patch.planner.Node.Memory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one machine said, its names resolved.
///
/// @param at the end of what it tells of
/// @param command 0 where it answers none
/// @param memory null where it tells nothing of it
/// @param state a workflow state, of PROGRESS; why it failed, of FAILED; null else
public record NodeReport(
        int machine,
        int seq,
        long at,
        long command,
        String kb,
        Outcome outcome,
        String state,
        int drainSeconds,
        int installSeconds,
        int downSeconds,
        Memory memory) {
    /// In order of time over machines, and of number within each: a clock that was set back in between reorders
    /// nothing, as a report counts for no earlier than those before it.
    public static List<NodeReport> inTime(List<NodeReport> reports) {
        List<NodeReport> byNumber = reports.stream()
                .sorted(Comparator.comparingInt(NodeReport::machine).thenComparingInt(NodeReport::seq))
                .toList();
        Map<Integer, Long> latest = new HashMap<>();
        return byNumber.stream()
                .map(report -> new Timed(latest.merge(report.machine(), report.at(), Math::max), report))
                .sorted(Comparator.comparingLong(Timed::from))
                .map(Timed::report)
                .toList();
    }

    private record Timed(long from, NodeReport report) {}

    /// The same, with an end that is not before a minute.
    public NodeReport endingFrom(long minute) {
        return new NodeReport(
                machine,
                seq,
                Math.max(at, minute),
                command,
                kb,
                outcome,
                state,
                drainSeconds,
                installSeconds,
                downSeconds,
                memory);
    }

    /// How a report ends; the order is stored.
    public enum Outcome {
        INSTALLED,
        RESTARTED,
        FAILED,
        OFFLINE,
        ONLINE,
        PROGRESS;

        public boolean installs() {
            return this == INSTALLED || this == RESTARTED;
        }
    }
}
