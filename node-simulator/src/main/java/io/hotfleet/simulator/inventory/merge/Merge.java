package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.simulator.inventory.Cluster;
import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.inventory.MachineEvent;
import io.hotfleet.simulator.inventory.Policy;
import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.WindowsBuild;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.Passing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One fleet out of what all files tell; later files win, and what differs is said in a line.
public final class Merge {
    static final String FLEET_NAME = "inventory";
    private static final int NAMES_SHOWN_MAX = 5;

    private final List<Told> files;
    private final Conflicts conflicts = new Conflicts();
    private final List<String> inputs = new ArrayList<>();
    private final NameBook names = new NameBook();
    private final Set<String> leftOut = new HashSet<>();
    private final Map<String, Mentions> machines = new LinkedHashMap<>();

    /// @param unread a line for every file that could not be read
    public Merge(List<Told> files, List<String> unread) {
        this.files = files;
        unread.forEach(conflicts::add);
        inputs.addAll(unread);
    }

    public Fleet fleet() {
        ClusterMerge clusterMerge = new ClusterMerge(files, conflicts);
        for (Told file : files) {
            file.machines.forEach(sighting -> names.learn(sighting.name(), sighting.whole()));
        }
        keepApartWhatPersonsName();
        files.forEach(file -> collect(file, clusterMerge));
        new Twins(conflicts).settle(machines.values(), names);
        join();
        leaveOut();
        files.forEach(this::account);
        requireMachines();
        List<Machine> described = describe(clusterMerge);
        requireMachines();
        List<Cluster> clusters = clusterMerge.clusters(described, this::displayName);
        List<MachineEvent> events = events();
        files.forEach(file -> file.notes.lines().forEach(conflicts::add));
        return new Fleet(
                name(), described, clusters, assumptions(), policy(), events, conflicts.lines(), List.copyOf(inputs));
    }

    /// A person who writes both a name of 15 characters and a longer one that begins with it means two machines.
    private void keepApartWhatPersonsName() {
        Set<String> written = new HashSet<>();
        for (Told file : files) {
            if (file.speaker != Told.Speaker.IMPORT) {
                file.machines.forEach(sighting -> written.add(NameBook.lower(sighting.name())));
            }
        }
        for (String name : written) {
            if (name.length() > NameBook.NETBIOS_CHARS && written.contains(name.substring(0, NameBook.NETBIOS_CHARS))) {
                names.learn(name.substring(0, NameBook.NETBIOS_CHARS), true);
            }
        }
    }

    private void collect(Told file, ClusterMerge clusterMerge) {
        for (Sighting sighting : file.machines) {
            if (sighting.numbered() && clusterMerge.nodesAreNamed(sighting.cluster())) {
                continue;
            }
            Set<String> mayBe = file.speaker == Told.Speaker.IMPORT ? names.mayBe(sighting.name()) : Set.of();
            if (mayBe.isEmpty()) {
                String key = names.key(sighting.name(), file.file, sighting.line());
                machines.computeIfAbsent(key, Mentions::new).add(sighting, file);
            } else {
                conflicts.add(file.file + ":" + sighting.line() + ": " + sighting.name()
                        + " is cut off after 15 characters and may be any of " + String.join(", ", mayBe)
                        + ": what it tells is left out");
            }
        }
    }

    /// Rows below a machine's resource, wherever the machine's own row stands.
    private void join() {
        if (files.stream().allMatch(file -> file.joined.isEmpty())) {
            return;
        }
        Map<Long, Mentions> byResource = new HashMap<>();
        for (Mentions mentions : machines.values()) {
            mentions.all().stream()
                    .filter(one -> one.resource() != null)
                    .forEach(one -> byResource.put(one.resource().key(), mentions));
        }
        TreeSet<String> orphans = new TreeSet<>();
        for (Told file : files) {
            for (Joined row : file.joined) {
                Mentions mentions = byResource.get(row.key());
                if (mentions == null && names.mayBe(row.resource()).isEmpty()) {
                    mentions = machines.get(names.key(row.resource(), file.file, row.line()));
                }
                if (mentions == null) {
                    orphans.add(row.resource());
                } else {
                    mentions.join(row, file.file);
                }
            }
        }
        if (!orphans.isEmpty()) {
            conflicts.add("rows below machines that no file names tell nothing: " + some(List.copyOf(orphans)));
        }
    }

    private void leaveOut() {
        Map<String, Set<String>> namesByReason = new TreeMap<>();
        for (Told file : files) {
            file.leftOut.forEach((name, reason) -> {
                String key = names.mayBe(name).isEmpty() ? names.key(name, file.file, 1) : "";
                Mentions mentions = machines.get(key);
                if (mentions == null || !mentions.measuresProduct()) {
                    machines.remove(key);
                    leftOut.add(key);
                    namesByReason.computeIfAbsent(reason, _ -> new TreeSet<>()).add(name);
                }
            });
        }
        namesByReason.forEach((reason, left) -> conflicts.add("left out, " + reason + ": " + some(List.copyOf(left))));
    }

    private void account(Told file) {
        if (file.speaker == Told.Speaker.IMPORT) {
            String line = file.file + ": " + file.tally.line(file.machines.size());
            inputs.add(line);
            if (file.tally.passesSomethingOver()) {
                conflicts.add(line);
            }
        } else {
            String kind = file.speaker == Told.Speaker.TABLE ? "table" : "fleet file";
            inputs.add(file.file + ": " + kind + " of " + file.machines.size()
                    + (file.machines.size() == 1 ? " machine" : " machines"));
        }
    }

    private void requireMachines() {
        if (machines.isEmpty() || machines.size() > Told.MACHINES_MAX) {
            List<String> reasons = new ArrayList<>(conflicts.lines());
            files.forEach(file -> reasons.addAll(file.notes.lines()));
            inputs.stream().filter(line -> !reasons.contains(line)).forEach(reasons::add);
            String first = files.isEmpty() ? "" : files.getFirst().file + ": ";
            throw new FleetInvalid(first + "names " + machines.size() + " machines, accepted are 1 to "
                    + Told.MACHINES_MAX + (machines.isEmpty() ? "; " + String.join("; ", reasons) : ""));
        }
    }

    /// The name under which the fleet has the machine; null where it is none of it.
    private String displayName(String name) {
        Mentions mentions = names.mayBe(name).isEmpty() ? machines.get(names.key(name, "", 1)) : null;
        return mentions == null ? null : mentions.displayName(names);
    }

    private static String some(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(NAMES_SHOWN_MAX, all.size())));
        return all.size() <= NAMES_SHOWN_MAX ? first : first + " and " + (all.size() - NAMES_SHOWN_MAX) + " more";
    }

    private List<Machine> describe(ClusterMerge clusterMerge) {
        FactMerge factMerge = new FactMerge(conflicts);
        Defaults defaults = new Defaults(files);
        List<Machine> result = new ArrayList<>(machines.size());
        List<String> productAssumed = new ArrayList<>();
        Map<String, List<String>> otherBuilds = new TreeMap<>();
        for (Mentions mentions : machines.values()) {
            String name = mentions.displayName(names);
            Defaults.Block block = defaults.of(mentions);
            boolean described = mentions.described();
            if (!described && !mentions.tellsProduct() && block.facts().get(Fact.PRODUCT) == null) {
                productAssumed.add(name);
            }
            Facts facts = factMerge.facts(name, mentions.statements(), block.facts(), described);
            if (isOtherBuild(facts)) {
                leftOut.add(mentions.key);
                otherBuilds
                        .computeIfAbsent(otherBuild(facts), _ -> new ArrayList<>())
                        .add(name);
                continue;
            }
            Window window = mentions.window() == null ? block.window() : mentions.window();
            String cluster = clusterMerge.name(mentions.cluster(conflicts));
            result.add(
                    new Machine(name, cluster, facts, cluster == null ? window : clusterMerge.window(cluster, window)));
        }
        otherBuilds.forEach((reason, left) -> conflicts.add("left out, " + reason + ": " + some(left)));
        machines.keySet().removeAll(leftOut);
        if (!productAssumed.isEmpty()) {
            conflicts.add("no file tells the product, " + Passing.PRODUCT + " is assumed: " + some(productAssumed));
        }
        return result;
    }

    /// Whether the machine is said to be of a product that its build is none of.
    private static boolean isOtherBuild(Facts facts) {
        return facts.installed() != null
                && facts.installed().build() != null
                && !WindowsBuild.fits(facts.product(), base(facts));
    }

    private static String otherBuild(Facts facts) {
        return WindowsBuild.name(base(facts)) + " (build " + facts.installed().build() + ") is none of "
                + facts.product() + ", as a file has it";
    }

    private static int base(Facts facts) {
        return Integer.parseInt(facts.installed().build().split("\\.")[0]);
    }

    private List<MachineEvent> events() {
        List<MachineEvent> events = new ArrayList<>();
        for (Told file : files) {
            for (EventTold told : file.events) {
                String key = names.key(
                        told.event().machine(), file.file, told.place().line());
                Mentions mentions = machines.get(key);
                if (mentions == null && leftOut.contains(key)) {
                    continue;
                }
                if (mentions == null) {
                    throw told.place().invalid("\"" + told.event().machine() + "\" is not a machine of the fleet");
                }
                String name = mentions.displayName(names);
                events.add(
                        switch (told.event()) {
                            case MachineEvent.Install(Instant at, String _, String kb) ->
                                new MachineEvent.Install(at, name, kb);
                            case MachineEvent.Offline(Instant from, Instant to, String _) ->
                                new MachineEvent.Offline(from, to, name);
                            case MachineEvent.Change(Instant at, String _, FactChanges facts) ->
                                new MachineEvent.Change(at, name, facts);
                        });
            }
        }
        return List.copyOf(events);
    }

    private String name() {
        String name = FLEET_NAME;
        for (Told file : files) {
            name = file.settings.name == null ? name : file.settings.name;
        }
        return name;
    }

    private Assumptions assumptions() {
        Map<String, Object> stated = new HashMap<>();
        files.forEach(file -> stated.putAll(file.settings.assumptions));
        return Assumptions.DEFAULTS.with(stated);
    }

    private Policy policy() {
        Map<String, Object> stated = new HashMap<>();
        files.forEach(file -> stated.putAll(file.settings.policy));
        return Policy.DEFAULT.with(stated);
    }
}
