package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Window;
import io.hotfleet.simulator.inventory.document.Location;
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

    public static final String NAME_ACCEPTED = "a name of letters, digits, -, . and _, at most 255 characters";
    public static final int MACHINES_MAX = 250_000;
    static final int NOTES_MAX = 1_000;

    /// Who speaks: a fleet file describes machines by hand, a table too, all else was read from machines.
    public enum Speaker {
        FLEET_FILE,
        TABLE,
        IMPORT
    }

    final String file;
    final Speaker speaker;
    final List<Sighting> machines = new ArrayList<>();
    final List<ClusterTold> clusters = new ArrayList<>();
    final List<EventTold> events = new ArrayList<>();
    final Map<String, Object> assumptions = new HashMap<>();
    final Map<String, Object> policy = new HashMap<>();
    final Map<String, String> leftOut = new LinkedHashMap<>();
    final List<String> notes = new ArrayList<>();
    private final Map<FactSheet, FactSheet> sheets = new HashMap<>();
    String fleet;
    FactSheet defaults = FactSheet.EMPTY;
    Window defaultWindow;

    public Told(String file, Speaker speaker) {
        this.file = file;
        this.speaker = speaker;
    }

    public String file() {
        return file;
    }

    public void fleet(String name) {
        fleet = name;
    }

    public void defaults(FactSheet facts, Window window) {
        defaults = facts;
        defaultWindow = window;
    }

    public void machine(String name, FactSheet facts, String cluster, Window window, int line) {
        sighting(new Sighting(name, facts, cluster, window, line, false));
    }

    /// What a source tells of a machine.
    ///
    /// @param name null where the source tells none
    public void imported(String name, FactSheet facts, Location place) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw place.invalid((name == null ? "tells no machine" : "names the machine \"" + name + "\"")
                    + ", accepted is " + NAME_ACCEPTED);
        }
        machine(name, facts, null, null, place.line());
    }

    /// A node that has no name of its own in the file: the cluster's number makes one up.
    public void numberedNode(String cluster, int number, FactSheet facts, int line) {
        sighting(new Sighting(cluster + "-" + number, facts, cluster, null, line, true));
    }

    private void sighting(Sighting sighting) {
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

    public void assumption(String name, Object value) {
        assumptions.put(name, value);
    }

    public void policy(String name, Object value) {
        policy.put(name, value);
    }

    /// A machine that cannot be part of a fleet, unless another file describes it as one that can.
    public void leaveOut(String name, String reason) {
        leftOut.put(name, reason);
    }

    /// A line for the person who reads the result.
    public void note(String line) {
        if (notes.size() < NOTES_MAX) {
            notes.add(file + ": " + line);
        }
    }
}
