package io.hotfleet.simulator.fleet.node;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.memory.cost.Overhead;
import io.hotfleet.node.workflow.Failure;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeState;
import io.hotfleet.simulator.fleet.SimulatedFleet.Place;
import io.hotfleet.simulator.fleet.Spelling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where a node stands.
///
/// @param kb the release that its state is about
/// @param due when it moves on by itself; absent if it waits for something
/// @param failure why the last installation ended early; absent if it did not
/// @param waitingForBoot images whose part of the hotpatch comes with the next restart
/// @param notApplied images that the hotpatch does not fit, each with the reason; absent if it fits all
/// @param entitledUntil absent without an entitlement, the year 9999 for one that does not end
/// @param faults what lies on it, with the value of each
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeView(
        String node,
        String product,
        String shape,
        Instant at,
        String state,
        String kb,
        Instant since,
        Instant due,
        FailureView failure,
        Set<String> waitingForBoot,
        Map<String, String> notApplied,
        DiskView disk,
        VbsView vbs,
        Instant entitledUntil,
        Map<String, Integer> faults,
        MemoryTotals memory) {
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");
    /// @param next `retry`, `fall-back` to the cumulative update, or `hold` for a person
    /// @param running the newest release that the machine runs
    record FailureView(String code, String next, String running) {}

    /// @param release whose files are in place
    /// @param folded a hotpatch that a restart wrote into them
    /// @param registered a hotpatch that every boot applies to memory anew
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DiskView(String release, String folded, String registered) {}

    /// @param status 0 off, 1 configured, 2 running
    record VbsView(int status, List<String> enablers) {}

    /// @param cpuPercent by the documented formula, of all its processors
    record MemoryTotals(int hooks, int patchKiB, int retainedKiB, int regions, BigDecimal cpuPercent) {}

    static NodeView of(Place place, Node node, long atSeconds) {
        NodeState state = node.state();
        long due = state instanceof NodeState.Timed timed ? timed.dueSeconds() : NodeState.NEVER;
        return new NodeView(
                place.node(),
                place.product(),
                place.shape(),
                Instant.ofEpochSecond(atSeconds),
                state(state),
                state.kb(),
                Instant.ofEpochSecond(state.sinceSeconds()),
                due == NodeState.NEVER ? null : Instant.ofEpochSecond(due),
                failure(node, state),
                state instanceof NodeState.PartlyActive partly ? new TreeSet<>(partly.waitingForBoot()) : null,
                notApplied(MemoryView.of(node.memory())),
                disk(node.installation()),
                new VbsView(
                        node.vbs().status(),
                        node.vbs().enablers().stream()
                                .map(Spelling::of)
                                .sorted()
                                .toList()),
                instant(node.entitledUntilSeconds()),
                faults(node),
                totals(MemoryView.counters(node.memory()), place.cores()));
    }

    public static String state(NodeState state) {
        return state(state.getClass().getSimpleName());
    }

    public static String state(String simpleName) {
        return simpleName.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static FailureView failure(Node node, NodeState state) {
        return switch (state) {
            case NodeState.Failed failed ->
                view(failed.failure(), failed.failure().next(), node.running().newest());
            case NodeState.RolledBack rolledBack -> view(rolledBack.failure(), rolledBack.next(), rolledBack.running());
            case NodeState.Installing _,
                    NodeState.Retiring _,
                    NodeState.Active _,
                    NodeState.PartlyActive _,
                    NodeState.Restarting _ -> null;
        };
    }

    private static FailureView view(Failure failure, Failure.Next next, String running) {
        return new FailureView(failure.code(), Spelling.of(next), running);
    }

    private static Map<String, String> notApplied(MemoryView memory) {
        Map<String, String> reasons = new TreeMap<>();
        memory.refused().forEach((image, status) -> reasons.put(image, status.text()));
        return reasons.isEmpty() ? null : reasons;
    }

    private static DiskView disk(Installation installation) {
        return new DiskView(
                installation.release(),
                installation.folded().map(Manifest::kb).orElse(null),
                installation.registered().map(Manifest::kb).orElse(null));
    }

    private static Instant instant(long untilSeconds) {
        if (untilSeconds <= 0) {
            return null;
        }
        return untilSeconds >= FOR_EVER.getEpochSecond() ? FOR_EVER : Instant.ofEpochSecond(untilSeconds);
    }

    private static Map<String, Integer> faults(Node node) {
        Map<String, Integer> faults = new TreeMap<>();
        node.faults().forEach((fault, value) -> faults.put(Spelling.of(fault), value));
        return faults;
    }

    private static MemoryTotals totals(Counters counters, int cores) {
        BigDecimal cpu = BigDecimal.valueOf(Overhead.of(counters, cores).cpuPercent());
        return new MemoryTotals(
                counters.hooks(),
                counters.patchKib(),
                counters.retainedKib(),
                counters.regions(),
                cpu.setScale(4, RoundingMode.HALF_UP));
    }
}
