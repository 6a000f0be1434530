package io.hotfleet.simulator.inventory.merge;

import java.util.ArrayList;
import java.util.List;

/// Lines for the person who reads the result; beyond a limit they are only counted.
final class Conflicts {
    static final int LINES_MAX = 1_000;

    private final List<String> lines = new ArrayList<>();
    private int more;

    void add(String line) {
        if (lines.size() < LINES_MAX) {
            lines.add(line);
        } else {
            more++;
        }
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (more > 0) {
            all.add("and " + more + " more lines like these");
        }
        return List.copyOf(all);
    }
}
