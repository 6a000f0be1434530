package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.document.Location;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Everything that one file tells of a fleet, in the order of the file.
public final class Told {
    /// Letters, digits, `-`, `.`, `_`: machines, clusters and fleets.
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

    /// Addresses change hands and are never names.
    public static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.%]*");

    public static final String NAME_ACCEPTED = "a name of letters, digits, -, . and _, at most 255 characters";
    public static final int MACHINES_MAX = 250_000;

    /// Who speaks: a fleet file describes machines by hand, a table too, all else was read from machines.
    public enum Speaker {
        FLEET_FILE,
        TABLE,
        IMPORT
    }

    final String file;
    final Speaker speaker;
    final FleetSettings settings = new FleetSettings();
    final List<Sighting> machines = new ArrayList<>();
    final List<Joined> joined = new ArrayList<>();
    final List<ClusterTold> clusters = new ArrayList<>();
    final List<EventTold> events = new ArrayList<>();
    final Map<String, String> leftOut = new LinkedHashMap<>();
    final Conflicts notes = new Conflicts();
    final RowTally tally = new RowTally();
    private final Map<FactSheet, FactSheet> sheets = new HashMap<>();

    public Told(String file, Speaker speaker) {
        this.file = file;
        this.speaker = speaker;
    }

    public String file() {
        return file;
    }

    /// What the file says of the fleet as a whole.
    public FleetSettings settings() {
        return settings;
    }

    /// What became of the file's rows.
    public RowTally tally() {
        return tally;
    }

    public void machine(String name, FactSheet facts, String cluster, Window window, int line) {
        sighting(new Sighting(name, facts, cluster, window, line, false, null, false));
    }

    /// What a command on a machine tells of it.
    ///
    /// @param name null where the source tells none
    /// @param whole whether the source would tell a name of more than 15 characters
    public void imported(String name, boolean whole, FactSheet facts, Location place) {
        sighting(new Sighting(named(name, place), facts, null, null, place.line(), false, null, whole));
    }

    /// What an Azure resource tells of the machine that it stands for.
    public void resource(String host, Resource resource, FactSheet facts, Location place) {
        sighting(new Sighting(named(host, place), facts, null, null, place.line(), false, resource, true));
    }

    /// What a row below the resource of a machine tells; whose row that is may stand in another file.
    ///
    /// @param machineId of the machine's resource
    public void joined(String machineId, FactSheet facts, Location place) {
        String name = machineId.substring(machineId.lastIndexOf('/') + 1);
        joined.add(new Joined(named(name, place), Resource.key(machineId), facts, place.line()));
        tally.joined();
    }

    private static String named(String name, Location place) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw place.invalid((name == null ? "tells no machine" : "names the machine \"" + name + "\"")
                    + ", accepted is " + NAME_ACCEPTED);
        }
        return name;
    }

    /// A node that has no name of its own in the file: the cluster's number makes one up.
    public void numberedNode(String cluster, int number, FactSheet facts, int line) {
        sighting(new Sighting(cluster + "-" + number, facts, cluster, null, line, true, null, true));
    }

    private void sighting(Sighting sighting) {
        if (ADDRESS.matcher(sighting.name()).matches()) {
            throw new FleetInvalid(file + ":" + sighting.line() + ": \"" + sighting.name()
                    + "\" is an address, accepted is the name of the machine");
        }
        if (machines.size() == MACHINES_MAX) {
            throw new FleetInvalid(file + ":" + sighting.line() + ": names more than " + MACHINES_MAX + " machines");
        }
        FactSheet same = sheets.putIfAbsent(sighting.facts(), sighting.facts());
        machines.add(same == null ? sighting : sighting.with(same));
    }

    public void cluster(ClusterTold cluster) {
        clusters.add(cluster);
    }

    public void event(EventTold event) {
        events.add(event);
    }

    /// A machine that cannot be part of a fleet, unless another file describes it as one that can.
    public void leaveOut(String name, String reason) {
        leftOut.put(name, reason);
    }

    /// A line for the person who reads the result.
    public void note(String line) {
        notes.add(file + ": " + line);
    }
}
