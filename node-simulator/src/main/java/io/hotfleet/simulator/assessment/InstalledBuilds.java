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

/// Finds the KB of machines of which only build and revision are told. Where they stand for no release, or for several,
/// the KB stays unknown, and a line says so.
@ApplicationScoped
public class InstalledBuilds {
    /// Its 25H2 is 24H2 with a switch: the builds differ, the revisions are the same.
    private static final String CLIENT = "windows-11-24h2";

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
                .filter(facts -> facts.installedBuild() != null)
                .map(Facts::product)
                .collect(Collectors.toSet());
        return products.isEmpty() ? fleet : recognised(fleet, KnownReleases.ask(patch, products, overlay));
    }

    static Fleet recognised(Fleet fleet, KnownReleases known) {
        Map<Facts, Facts> found = new HashMap<>();
        Map<String, List<String>> unclear = new TreeMap<>();
        List<Machine> machines = new ArrayList<>(fleet.machines().size());
        for (Machine machine : fleet.machines()) {
            Facts facts = machine.facts();
            if (facts.installedBuild() == null) {
                machines.add(machine);
                continue;
            }
            List<String> kbs = kbs(facts, known);
            if (kbs.size() != 1) {
                unclear.computeIfAbsent(unclear(facts, kbs), _ -> new ArrayList<>())
                        .add(machine.name());
            }
            machines.add(machine.with(
                    found.computeIfAbsent(facts, one -> one.recognised(kbs.size() == 1 ? kbs.getFirst() : null))));
        }
        List<String> remarks = new ArrayList<>();
        unclear.forEach((why, names) ->
                remarks.add(why + "; the newest before the period is assumed: " + Assessment.some(names) + "."));
        return fleet.with(machines, remarks);
    }

    private static List<String> kbs(Facts facts, KnownReleases known) {
        String[] told = facts.installedBuild().split("\\.");
        Integer build = Integer.valueOf(told[0]);
        Integer revision = Integer.valueOf(told[1]);
        return known.seenBy(facts.product())
                .filter(row -> revision.equals(row.revision()))
                .filter(row -> build.equals(row.build()) || CLIENT.equals(row.product()))
                .map(Release::kb)
                .distinct()
                .sorted()
                .toList();
    }

    private static String unclear(Facts facts, List<String> kbs) {
        String what = facts.product() + " " + facts.installedBuild();
        return kbs.isEmpty()
                ? what + " is no release of the catalogue, and no file tells the KB"
                : what + " is " + String.join(" or ", kbs) + ", and no file tells which";
    }
}
