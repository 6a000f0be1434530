package io.hotfleet.simulator.assessment;

import io.hotfleet.simulator.assessment.EligibilityGroup.Status;
import io.hotfleet.simulator.client.Licensing.Gate;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.report.CheckReport.MachineLine;
import io.hotfleet.simulator.report.Report.Eligibility;
import io.hotfleet.simulator.report.Report.WorkItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The standing of every machine of a fleet. Machines of equal facts share one.
public final class Assessment {
    static final int NAMES_SHOWN_MAX = 20;
    private static final int NAMES_IN_WARNING_MAX = 3;

    private final Fleet fleet;
    private final int[] groups;
    private final List<EligibilityGroup> standings;

    /// @param groups index of its standing for every machine, in the fleet's order
    Assessment(Fleet fleet, int[] groups, List<EligibilityGroup> standings) {
        this.fleet = fleet;
        this.groups = groups;
        this.standings = List.copyOf(standings);
    }

    /// @param machine index in the fleet's order
    public EligibilityGroup of(int machine) {
        return standings.get(groups[machine]);
    }

    public Eligibility eligibility() {
        Map<Status, Integer> counts = new TreeMap<>();
        Map<String, Integer> byGate = new TreeMap<>(GateOrder.BY_PLACE);
        int afterFixes = 0;
        for (int machine = 0; machine < groups.length; machine++) {
            EligibilityGroup standing = of(machine);
            counts.merge(standing.status(), 1, Integer::sum);
            standing.first().ifPresent(gate -> byGate.merge(gate.gate(), 1, Integer::sum));
            if (standing.status() == Status.ELIGIBLE || standing.fixable()) {
                afterFixes++;
            }
        }
        return new Eligibility(
                counts.getOrDefault(Status.ELIGIBLE, 0),
                afterFixes,
                counts.getOrDefault(Status.BLOCKED, 0),
                counts.getOrDefault(Status.UNKNOWN, 0),
                new LinkedHashMap<>(byGate));
    }

    /// What to do, by remedy: the one that helps most machines first.
    public List<WorkItem> workList() {
        Map<String, Work> byRemedy = new TreeMap<>();
        for (int machine = 0; machine < groups.length; machine++) {
            String name = fleet.machines().get(machine).name();
            Set<String> seen = new HashSet<>();
            for (Gate gate : of(machine).gates()) {
                if (gate.remedy() != null && seen.add(gate.remedy())) {
                    byRemedy.computeIfAbsent(gate.remedy(), _ -> new Work(gate)).add(name);
                }
            }
        }
        return byRemedy.values().stream()
                .map(Work::item)
                .sorted(Comparator.comparingInt(WorkItem::machines).reversed().thenComparing(WorkItem::remedy))
                .toList();
    }

    /// Every machine, in the fleet's order.
    List<MachineLine> machines() {
        List<MachineLine> lines = new ArrayList<>(groups.length);
        for (int machine = 0; machine < groups.length; machine++) {
            Machine described = fleet.machines().get(machine);
            EligibilityGroup standing = of(machine);
            lines.add(new MachineLine(
                    described.name(),
                    described.cluster(),
                    described.facts().product(),
                    standing.status().name(),
                    standing.gates().stream().map(Gate::gate).toList(),
                    standing.gates().stream()
                            .map(Gate::remedy)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList()));
        }
        return lines;
    }

    /// What a reader should know of how this was found.
    public List<String> warnings() {
        Map<String, List<String>> byKb = new TreeMap<>();
        for (int machine = 0; machine < groups.length; machine++) {
            Machine described = fleet.machines().get(machine);
            if (!of(machine).kbKnown()
                    && !Facts.UNKNOWN_KB.equals(described.facts().kb())) {
                byKb.computeIfAbsent(
                                described.facts().product() + ": "
                                        + described.facts().kb(),
                                _ -> new ArrayList<>())
                        .add(described.name());
            }
        }
        List<String> warnings = new ArrayList<>(fleet.conflicts());
        byKb.forEach((kb, names) ->
                warnings.add(kb + " is not in the catalogue, so the track is unknown: " + some(names) + "."));
        return warnings;
    }

    /// The first names, and how many more there are.
    public static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_IN_WARNING_MAX)));
        int more = names.size() - NAMES_IN_WARNING_MAX;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static final class Work {
        private final Gate gate;
        private final List<String> names = new ArrayList<>();
        private int machines;

        Work(Gate gate) {
            this.gate = gate;
        }

        void add(String name) {
            machines++;
            if (names.size() < NAMES_SHOWN_MAX) {
                names.add(name);
            }
        }

        WorkItem item() {
            return new WorkItem(gate.remedy(), gate.restart(), machines, List.copyOf(names), gate.command());
        }
    }
}
