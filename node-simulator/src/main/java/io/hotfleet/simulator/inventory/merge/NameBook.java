package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.FleetInvalid;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Which mentions mean the same machine: names are compared without case, and a short name means the machine of that
/// name whose domain another file tells.
final class NameBook {
    /// Full names by short name; a single one is kept as a text, since almost every machine has at most one.
    private final Map<String, Object> fullNames = new HashMap<>();

    void learn(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return;
        }
        String full = lower(name);
        fullNames.merge(full.substring(0, dot), full, NameBook::join);
    }

    private static Object join(Object known, Object more) {
        if (known.equals(more)) {
            return known;
        }
        TreeSet<String> names = new TreeSet<>();
        if (known instanceof TreeSet<?> set) {
            set.forEach(name -> names.add((String) name));
        } else {
            names.add((String) known);
        }
        names.add((String) more);
        return names.size() == 1 ? known : names;
    }

    /// What identifies the machine of this name.
    ///
    /// @param file and line name the mention, should it fit several machines
    String key(String name, String file, int line) {
        String lower = lower(name);
        if (lower.indexOf('.') >= 0) {
            return lower;
        }
        Object full = fullNames.getOrDefault(lower, lower);
        if (full instanceof TreeSet<?> several) {
            throw new FleetInvalid(file + ":" + line + ": machine \"" + name + "\" is not accepted, it may be any of "
                    + several + ": name it with its domain");
        }
        return (String) full;
    }

    /// Whether the short name stands for one machine only.
    boolean shortNameIsEnough(String name) {
        int dot = name.indexOf('.');
        return dot < 0 || fullNames.get(lower(name.substring(0, dot))) instanceof String;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
