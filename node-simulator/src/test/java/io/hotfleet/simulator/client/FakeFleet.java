package io.hotfleet.simulator.client;

import io.hotfleet.simulator.client.Patch.FleetCluster;
import io.hotfleet.simulator.client.Patch.FleetMachine;
import io.hotfleet.simulator.client.Patch.MachineRestarts;
import io.hotfleet.simulator.client.Patch.Terms;
import io.hotfleet.simulator.report.Report.Quantiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// One fleet of the [FakePatch]: every machine takes every release in turn, as soon as it appears.
public final class FakeFleet {
    /// Small, so that a step of a few machines needs several rounds.
    private static final int COMMANDS_MAX = 2;

    public final Terms terms;
    public final List<FleetCluster> clusters = new ArrayList<>();
    public final List<String> log = new ArrayList<>();
    public final List<NodeReport> reports = new ArrayList<>();
    public final List<NodeReport> progress = new ArrayList<>();

    private final List<Release> releases;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Command> commands = new ArrayList<>();
    private final TreeSet<Long> barriers = new TreeSet<>();

    private static final class Node {
        private FleetMachine machine;
        private boolean fix;
        private int next;
        private long minute;
        private long open;
        private boolean offline;
    }

    FakeFleet(Terms terms, List<Release> releases) {
        this.terms = terms;
        this.releases = releases.stream()
                .filter(release -> !release.month().isBefore(terms.from())
                        && !release.month().isAfter(terms.to()))
                .sorted(Comparator.comparing(Release::releaseDate))
                .toList();
        this.releases.forEach(release -> barriers.add(minute(release.appears())));
        barriers.add(minute(
                terms.to().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    void enter(List<FleetMachine> machines) {
        for (FleetMachine machine : machines) {
            Node node = new Node();
            node.machine = machine;
            nodes.put(machine.machine(), node);
        }
    }

    void fix(List<String> machines) {
        machines.forEach(machine -> nodes.get(machine).fix = true);
    }

    Step.Answer step(Step step) {
        step.reports().forEach(this::apply);
        boolean more = decide(step.untilMinute());
        List<Command> answer =
                commands.stream().filter(command -> command.id() > step.after()).toList();
        Long barrier = barriers.higher(step.untilMinute());
        return new Step.Answer(answer, commands.size(), more, barrier == null ? -1 : barrier);
    }

    private void apply(NodeReport report) {
        if (report.outcome() == NodeReport.Outcome.PROGRESS) {
            progress.add(report);
            return;
        }
        reports.add(report);
        log.add(report.outcome() + " " + report.machine() + " " + at(report.atMinute()) + " " + report.kb());
        Node node = nodes.get(report.machine());
        node.minute = report.atMinute();
        if (report.command() == node.open) {
            node.open = 0;
        }
        switch (report.outcome()) {
            case OFFLINE -> node.offline = true;
            case ONLINE -> node.offline = false;
            case INSTALLED, RESTARTED, FAILED, PROGRESS -> {}
        }
    }

    /// @return whether more could be decided
    private boolean decide(long until) {
        int given = 0;
        for (Node node : nodes.values()) {
            Command command = next(node, until);
            if (command != null && given++ == COMMANDS_MAX) {
                return true;
            }
            if (command != null) {
                node.open = command.id();
                node.fix = false;
                node.next += command.kb() == null ? 0 : 1;
                commands.add(command);
            }
        }
        return false;
    }

    private Command next(Node node, long until) {
        if (node.open != 0 || node.offline) {
            return null;
        }
        long id = commands.size() + 1L;
        String name = node.machine.machine();
        long start = minute(terms.from().atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        if (node.fix && start < until) {
            return new Command(id, name, start, Command.Action.FIX, null, false, null, true, 0);
        }
        boolean hotpatches = node.machine.eligible() && !"CUMULATIVE".equals(terms.strategy());
        while (node.next < releases.size()
                && "KB2-CU".equals(releases.get(node.next).kb())) {
            node.next++;
        }
        if (node.next == releases.size()) {
            return null;
        }
        Release release = releases.get(node.next);
        long at = Math.max(node.minute, minute(release.appears()));
        boolean hotpatch = release.isHotpatch() && hotpatches;
        return at >= until
                ? null
                : new Command(
                        id,
                        name,
                        at,
                        Command.Action.INSTALL,
                        release.kb(),
                        hotpatch,
                        hotpatch ? FakePackages.digest(release.product(), release.kb()) : null,
                        !hotpatch,
                        0);
    }

    /// @param kb FIX for restarts without one, null for all
    int restarts(String kb) {
        return (int) reports.stream()
                .filter(report -> report.outcome() == NodeReport.Outcome.RESTARTED)
                .filter(report -> kb == null || report.kb() == null)
                .count();
    }

    List<MachineRestarts> restartsByMachine() {
        Map<String, Integer> restarts = new HashMap<>();
        reports.stream()
                .filter(report -> report.outcome() == NodeReport.Outcome.RESTARTED)
                .forEach(report -> restarts.merge(report.machine(), 1, Integer::sum));
        return nodes.keySet().stream()
                .map(name -> new MachineRestarts(name, restarts.getOrDefault(name, 0)))
                .toList();
    }

    List<Summary.Month> months(Quantiles none) {
        return releases.stream()
                .map(release -> new Summary.Month(
                        release.month().toString(),
                        release.product(),
                        List.of(release.kb()),
                        release.kind(),
                        release.planned(),
                        0,
                        restartsOf(release.kb()),
                        0,
                        0,
                        0,
                        restartsOf(release.kb()) * 8L,
                        new BigDecimal("0.5"),
                        none))
                .toList();
    }

    private int restartsOf(String kb) {
        return (int) reports.stream()
                .filter(report -> report.outcome() == NodeReport.Outcome.RESTARTED && kb.equals(report.kb()))
                .count();
    }

    private static long minute(Instant instant) {
        return instant.getEpochSecond() / 60;
    }

    private static Instant at(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
