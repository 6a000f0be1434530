package io.hotfleet.simulator.inventory.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What became of the rows of one file, so that no row goes without a word.
public final class RowTally {
    static final int SHOWN_MAX = 3;

    private final TreeMap<String, Integer> passedOver = new TreeMap<>();
    private final TreeMap<String, Integer> unread = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    private int read;
    private int joined;
    private int refusedRows;

    RowTally() {}

    public void read() {
        read++;
    }

    /// A row that belongs to a machine which another row is.
    public void joined() {
        joined++;
    }

    /// A row that tells nothing of hotpatching.
    ///
    /// @param type of the row, as a person reads it
    public void passedOver(String type) {
        passedOver.merge(type, 1, Integer::sum);
    }

    /// A field that could mean something and is not read.
    public void unread(String field) {
        unread.merge(field, 1, Integer::sum);
    }

    public void refused(String why) {
        refusedRows++;
        if (refused.size() < SHOWN_MAX) {
            refused.add(why);
        }
    }

    /// Whether there were rows, and every one of them was refused.
    public boolean refusedAll() {
        return refusedRows > 0 && refusedRows == read;
    }

    /// What is wrong with the first row that was refused.
    public Optional<String> firstRefused() {
        return refused.stream().findFirst();
    }

    /// Whether the file held something that did not become a machine or a fact of one.
    boolean passesSomethingOver() {
        return !passedOver.isEmpty() || !unread.isEmpty() || refusedRows > 0;
    }

    /// Such as `8 rows read: 6 passed over (6 microsoft.hybridcompute/machines/extensions)`.
    String line(int machines) {
        List<String> parts = new ArrayList<>();
        parts.add(machines + (machines == 1 ? " machine" : " machines"));
        if (joined > 0) {
            parts.add(joined + " joined to their machine");
        }
        if (!passedOver.isEmpty()) {
            parts.add(sum(passedOver) + " passed over (" + counted(passedOver) + ")");
        }
        if (refusedRows > 0) {
            int more = refusedRows - refused.size();
            parts.add(refusedRows + " refused (" + String.join("; ", refused)
                    + (more > 0 ? "; and " + more + " more" : "") + ")");
        }
        if (!unread.isEmpty()) {
            parts.add("fields not read: " + String.join(", ", unread.keySet()));
        }
        return read + (read == 1 ? " row read: " : " rows read: ") + String.join(", ", parts);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
