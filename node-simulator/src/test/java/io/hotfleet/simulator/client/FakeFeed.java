package io.hotfleet.simulator.client;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The live half of patch-service in memory: one open command a machine, a failed one is asked for anew, reports count
/// by their number. As there, a batch is applied in order of time, and nothing of it where a new report is about a
/// command that is not open.
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeFeed implements LiveFeed {
    private static final Comparator<LiveReport> IN_TIME = Comparator.comparing(LiveReport::at)
            .thenComparing(LiveReport::machine)
            .thenComparingInt(LiveReport::seq);

    private static final Set<String> HOTPATCHES = Set.of("KB2", "KB3");

    private final Map<String, Order> open = new TreeMap<>();
    private final Map<String, Integer> heard = new TreeMap<>();
    private final Map<String, String> ended = new TreeMap<>();
    private final List<LiveReport> received = new ArrayList<>();
    private final List<LiveReport> applied = new ArrayList<>();
    private final Set<String> states = new HashSet<>();
    private long id;

    /// Asks machines for a release.
    public synchronized void ask(Instant at, String kb, String... machines) {
        boolean hotpatch = HOTPATCHES.contains(kb);
        String digest = hotpatch ? FakePackages.digest("windows-server-2025", kb) : null;
        for (String machine : machines) {
            ask(new Order(0, machine, at, Command.Action.INSTALL, kb, hotpatch ? "HOTPATCH" : "CUMULATIVE", digest));
        }
    }

    /// Asks a machine for a hotpatch in a certain package.
    public synchronized void offer(Instant at, String kb, String digest, String machine) {
        ask(new Order(0, machine, at, Command.Action.INSTALL, kb, "HOTPATCH", digest));
    }

    private void ask(Order order) {
        Order numbered = new Order(
                ++id, order.machine(), order.at(), order.action(), order.kb(), order.contents(), order.packageDigest());
        open.put(order.machine(), numbered);
    }

    /// How the last command of each machine ended.
    public synchronized Map<String, String> ended() {
        return new TreeMap<>(ended);
    }

    public synchronized List<LiveReport> received() {
        return List.copyOf(received);
    }

    /// Those received that were not stale.
    public synchronized List<LiveReport> applied() {
        return List.copyOf(applied);
    }

    public synchronized Set<String> states() {
        return new HashSet<>(states);
    }

    public synchronized void forget() {
        open.clear();
        heard.clear();
        ended.clear();
        received.clear();
        applied.clear();
        states.clear();
    }

    @Override
    public synchronized List<Order> open(String fleet) {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized Taken report(String fleet, List<LiveReport> reports) {
        List<LiveReport> fresh = fresh(reports);
        fresh.forEach(this::apply);
        received.addAll(reports);
        applied.addAll(fresh);
        return new Taken(reports.size(), fresh.size(), reports.size() - fresh.size());
    }

    /// @throws CallRefused where one is about a command that is not open, or will not be when its turn comes
    private List<LiveReport> fresh(List<LiveReport> reports) {
        Map<String, Integer> numbers = new HashMap<>(heard);
        Set<Long> answerable = open.values().stream().map(Order::id).collect(Collectors.toSet());
        List<LiveReport> fresh = new ArrayList<>();
        for (LiveReport report : reports.stream().sorted(IN_TIME).toList()) {
            if (report.seq() > numbers.getOrDefault(report.machine(), 0)) {
                boolean ends = !report.outcome().equals("PROGRESS");
                if (ends ? !answerable.remove(report.command()) : !answerable.contains(report.command())) {
                    String detail = "Report %d of machine '%s': command %d is not open for it"
                            .formatted(report.seq(), report.machine(), report.command());
                    throw new CallRefused("patch-service", "POST reports", 422, detail);
                }
                numbers.put(report.machine(), report.seq());
                fresh.add(report);
            }
        }
        return fresh;
    }

    private void apply(LiveReport report) {
        heard.put(report.machine(), report.seq());
        if (report.outcome().equals("PROGRESS")) {
            states.add(report.state());
            return;
        }
        Order order = open.remove(report.machine());
        ended.put(report.machine(), report.outcome());
        if (report.outcome().equals("FAILED")) {
            ask(order);
        }
    }
}
