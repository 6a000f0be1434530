package io.hotfleet.system.tidy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toCollection;

import io.hotfleet.system.tidy.Sources.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The packages of main code and the arrows between them: who imports whom.
final class Rooms {
    private final List<Unit> units;
    private final Map<String, Set<String>> arrows = new TreeMap<>();

    Rooms(List<Unit> units) {
        this.units = units.stream().filter(Unit::isMain).toList();
        Set<String> packages = new HashSet<>();
        this.units.forEach(unit -> packages.add(unit.packageName()));
        for (Unit unit : this.units) {
            Set<String> targets = arrows.computeIfAbsent(unit.packageName(), name -> new TreeSet<>());
            unit.tree().getImports().stream()
                    .map(line -> packageOf(line.getQualifiedIdentifier().toString(), packages))
                    .filter(name -> !name.isEmpty() && !name.equals(unit.packageName()))
                    .forEach(targets::add);
        }
    }

    /// Lines of main code by package; the words about a package do not count.
    Map<String, Long> lines() {
        return units.stream()
                .filter(unit -> !unit.typeName().equals("package-info"))
                .collect(groupingBy(Unit::packageName, TreeMap::new, summingLong(Unit::lineCount)));
    }

    Set<String> packages(String module) {
        return units.stream()
                .filter(unit -> unit.module().equals(module))
                .map(Unit::packageName)
                .collect(toCollection(TreeSet::new));
    }

    /// Arrows whose two ends lie in the module.
    long arrows(String module) {
        Set<String> inside = packages(module);
        return inside.stream()
                .flatMap(name -> arrows.get(name).stream())
                .filter(inside::contains)
                .count();
    }

    /// How many packages the longest chain of imports in the module visits.
    int floors(String module) {
        Map<String, Integer> known = new HashMap<>();
        Set<String> inside = packages(module);
        return inside.stream()
                .mapToInt(name -> floor(name, inside, known, new ArrayDeque<>()))
                .max()
                .orElse(0);
    }

    /// Packages from which a chain of imports leads back to themselves.
    Set<String> circles() {
        Set<String> found = new TreeSet<>();
        for (String start : arrows.keySet()) {
            Set<String> seen = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(arrows.get(start));
            while (!open.isEmpty()) {
                String next = open.pop();
                if (seen.add(next)) {
                    open.addAll(arrows.getOrDefault(next, Set.of()));
                }
            }
            if (seen.contains(start)) {
                found.add(start + " → " + arrows.get(start));
            }
        }
        return found;
    }

    /// Names that two classes of one module share, each with its module.
    Set<String> homonyms() {
        Map<String, List<String>> places = units.stream()
                .filter(unit -> !unit.typeName().equals("package-info"))
                .collect(groupingBy(
                        unit -> unit.module() + " " + unit.typeName(),
                        mapping(Unit::packageName, toCollection(java.util.ArrayList::new))));
        Set<String> found = new TreeSet<>();
        places.forEach((name, packages) -> {
            if (packages.size() > 1) {
                found.add(name + " " + packages);
            }
        });
        return found;
    }

    private int floor(String name, Set<String> inside, Map<String, Integer> known, Deque<String> above) {
        Integer answer = known.get(name);
        if (answer != null || above.contains(name)) {
            return answer == null ? 0 : answer;
        }
        above.push(name);
        int below = arrows.get(name).stream()
                .filter(inside::contains)
                .mapToInt(next -> floor(next, inside, known, above))
                .max()
                .orElse(0);
        above.pop();
        known.put(name, below + 1);
        return below + 1;
    }

    private static String packageOf(String imported, Set<String> packages) {
        String name = imported;
        while (name.contains(".") && !packages.contains(name)) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return packages.contains(name) ? name : "";
    }
}
