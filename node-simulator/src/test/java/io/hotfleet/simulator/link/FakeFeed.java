package io.hotfleet.simulator.link;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The live half of patch-service in memory: one open command a machine, a failed one is asked for anew, reports count
/// by their number.
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeFeed implements LiveFeed {
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
        int applied = 0;
        for (LiveReport report : reports) {
            received.add(report);
            if (report.seq() > heard.getOrDefault(report.machine(), 0)) {
                heard.put(report.machine(), report.seq());
                apply(report);
                applied++;
            }
        }
        return new Taken(reports.size(), applied, reports.size() - applied);
    }

    private void apply(LiveReport report) {
        Order order = open.get(report.machine());
        if (report.outcome().equals("PROGRESS")) {
            states.add(report.state());
        } else if (order != null && order.id() == report.command()) {
            ended.put(report.machine(), report.outcome());
            open.remove(report.machine());
            if (report.outcome().equals("FAILED")) {
                ask(order.at(), order.kb(), report.machine());
            }
        }
    }
}
