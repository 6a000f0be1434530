package io.hotfleet.simulator.assessment;

import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds the KB of machines of which files tell measured updates or a build, but not what they make of it. Where that
/// leaves it open, the KB is unknown, and a line says so.
@ApplicationScoped
public class InstalledBuilds {
    private final Patch patch;

    InstalledBuilds(Patch patch) {
        this.patch = patch;
    }

    /// The fleet with the KBs found; the same one where nothing is to be found.
    ///
    /// @param overlay releases that count beside the catalogue
    public Fleet recognised(Fleet fleet, List<Release> overlay) {
        Set<String> products = fleet.machines().stream()
                .map(Machine::facts)
                .filter(facts -> facts.installed() != null)
                .map(Facts::product)
                .collect(Collectors.toSet());
        return products.isEmpty() ? fleet : recognised(fleet, KnownReleases.ask(patch, products, overlay));
    }

    static Fleet recognised(Fleet fleet, KnownReleases known) {
        Map<Facts, InstalledRelease> found = new HashMap<>();
        Map<Facts, Facts> settled = new HashMap<>();
        Map<String, List<String>> remarks = new TreeMap<>();
        List<Machine> machines = new ArrayList<>(fleet.machines().size());
        for (Machine machine : fleet.machines()) {
            Facts facts = machine.facts();
            if (facts.installed() == null) {
                machines.add(machine);
                continue;
            }
            InstalledRelease release = found.computeIfAbsent(facts, one -> InstalledRelease.of(one, known));
            if (release.remark() != null) {
                remarks.computeIfAbsent(facts.product() + " " + release.remark(), _ -> new ArrayList<>())
                        .add(machine.name());
            }
            String kb = release.kb() == null ? Facts.UNKNOWN_KB : release.kb();
            Facts recognised = facts.recognised(kb, release.build());
            machines.add(machine.with(settled.computeIfAbsent(recognised, one -> one)));
        }
        List<String> lines = new ArrayList<>();
        remarks.forEach((why, names) -> lines.add(why + ": " + Assessment.some(names) + "."));
        return fleet.with(machines, lines);
    }
}
