package io.hotfleet.simulator.link;

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

    private final Map<String, Order> open = new TreeMap<>();
    private final Map<String, Integer> heard = new TreeMap<>();
    private final Map<String, String> ended = new TreeMap<>();
    private final List<LiveReport> received = new ArrayList<>();
    private final Set<String> states = new HashSet<>();
    private long id;

    /// Asks machines for a release.
    public synchronized void ask(Instant at, String kb, String... machines) {
        for (String machine : machines) {
            open.put(machine, new Order(++id, machine, at, Command.Action.INSTALL, kb));
        }
    }

    /// How the last command of each machine ended.
    public synchronized Map<String, String> ended() {
        return new TreeMap<>(ended);
    }

    public synchronized List<LiveReport> received() {
        return List.copyOf(received);
    }

    public synchronized Set<String> states() {
        return new HashSet<>(states);
    }

    public synchronized void forget() {
        open.clear();
        heard.clear();
        ended.clear();
        received.clear();
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
            ask(order.at(), order.kb(), report.machine());
        }
    }
}
