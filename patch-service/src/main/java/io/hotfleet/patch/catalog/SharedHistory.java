package io.hotfleet.patch.catalog;

import io.hotfleet.patch.catalog.Release.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The one product without a release history of its own, and the one whose history it uses.
public final class SharedHistory {
    static final String SERVED = "windows-server-2022";
    static final String SERVING = "windows-server-2022-azure-edition";

    private static final Set<Kind> SHARED = EnumSet.of(Kind.BASELINE, Kind.CUMULATIVE);

    private SharedHistory() {}

    /// The product whose calendar this one follows: itself, but for `windows-server-2022`.
    public static String calendarOf(String product) {
        return product.equals(SERVED) ? SERVING : product;
    }

    /// What the served product sees: rows of its own, and what it uses of the other.
    static List<Release> seen(Map<String, Map<String, Release>> rows) {
        Map<String, Release> own = rows.getOrDefault(SERVED, Map.of());
        Stream<Release> shared = rows.get(SERVING).values().stream()
                .filter(release -> SHARED.contains(release.kind()) && !own.containsKey(release.kb()));
        return Stream.concat(own.values().stream(), shared).toList();
    }
}
