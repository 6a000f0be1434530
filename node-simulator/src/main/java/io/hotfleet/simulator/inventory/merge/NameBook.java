package io.hotfleet.simulator.inventory.merge;

import io.hotfleet.simulator.inventory.FleetInvalid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which mentions mean the same machine: names are compared without case, a short name means the machine of that name
/// whose domain another file tells, and a name of 15 characters means the one longer name that it is the beginning of,
/// since NetBIOS cuts names there.
final class NameBook {
    static final int NETBIOS_CHARS = 15;

    /// Full names by short name; a single one is kept as a text, since almost every machine has at most one.
    private final Map<String, Object> fullNames = new HashMap<>();
    /// Names of more than 15 characters, without their domain, by their first 15; kept in the same way.
    private final Map<String, Object> longNames = new HashMap<>();
    /// Names of 15 characters that are not cut off.
    private final Set<String> wholeNames = new HashSet<>();

    /// @param whole whether a name of 15 characters is known not to be cut off
    void learn(String name, boolean whole) {
        String full = lower(name);
        int dot = full.indexOf('.');
        String label = dot < 0 ? full : full.substring(0, dot);
        if (dot >= 0) {
            fullNames.merge(label, full, NameBook::join);
        }
        if (label.length() > NETBIOS_CHARS) {
            longNames.merge(label.substring(0, NETBIOS_CHARS), label, NameBook::join);
        } else if (whole && label.length() == NETBIOS_CHARS) {
            wholeNames.add(label);
        }
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
        Object full = fullNames.get(lower);
        if (full == null) {
            full = uncut(lower);
            full = full instanceof String label ? fullNames.getOrDefault(label, label) : full;
        }
        if (full instanceof TreeSet<?> several) {
            throw new FleetInvalid(file + ":" + line + ": machine \"" + name + "\" is not accepted, it may be any of "
                    + several + ": name it with its domain");
        }
        return (String) full;
    }

    /// The name that this one may be the beginning of; itself where it is whole or fits none.
    private Object uncut(String lower) {
        return lower.length() == NETBIOS_CHARS && !wholeNames.contains(lower)
                ? longNames.getOrDefault(lower, lower)
                : lower;
    }

    /// The names that this one, cut off as it is, may be the beginning of; empty where that is settled.
    Set<String> mayBe(String name) {
        String lower = lower(name);
        boolean dotted = lower.indexOf('.') >= 0 || fullNames.containsKey(lower);
        if (dotted || !(uncut(lower) instanceof TreeSet<?> several)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        several.forEach(one -> names.add((String) one));
        return names;
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
