package io.hotfleet.system.tidy;

import io.hotfleet.system.tidy.Sources.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lines that stand twice: runs of at least eight equal lines, white space, imports and lone punctuation left out.
final class Twins {
    private static final int RUN_LINES_MIN = 8;

    private final Map<String, String> seen = new HashMap<>();

    private Twins() {}

    /// How many lines of main code repeat a run that stood in the same file above, or in another file before.
    static long lines(List<Unit> units) {
        Twins twins = new Twins();
        return units.stream().filter(Unit::isMain).mapToLong(twins::add).sum();
    }

    private long add(Unit unit) {
        List<String> lines = unit.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.length() > 3)
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .toList();
        boolean[] again = new boolean[lines.size()];
        List<String> runs = new ArrayList<>();
        for (int first = 0; first + RUN_LINES_MIN <= lines.size(); first++) {
            String run = String.join("\n", lines.subList(first, first + RUN_LINES_MIN));
            if (seen.containsKey(run)) {
                java.util.Arrays.fill(again, first, first + RUN_LINES_MIN, true);
            }
            runs.add(run);
        }
        runs.forEach(run -> seen.put(run, unit.name()));
        long count = 0;
        for (boolean line : again) {
            count += line ? 1 : 0;
        }
        return count;
    }
}
