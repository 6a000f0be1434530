package io.hotfleet.simulator.client;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The releases that a rehearsal can see: the catalogue's for the products of its fleet, with the overlay on
/// top.
public final class KnownReleases {
    /// The files of a product as it was first sold. patch-service has the same name for them.
    public static final String FIRST_SOLD = "RTM";

    private static final Comparator<Release> ORDER =
            Comparator.comparing(Release::releaseDate).thenComparing(Release::kb);
    private static final String SERVED = "windows-server-2022";
    private static final String SERVING = "windows-server-2022-azure-edition";
    /// What the served product uses of the other's releases, as patch-service has it.
    private static final Set<String> SHARED = Set.of("BASELINE", "CUMULATIVE");

    private static final Set<String> REGULAR = Set.of("BASELINE", "HOTPATCH", "CUMULATIVE");

    private final Map<String, Map<String, Release>> byProduct;

    private KnownReleases(Map<String, Map<String, Release>> byProduct) {
        this.byProduct = byProduct;
    }

    public static KnownReleases ask(Patch patch, Collection<String> fleetProducts, List<Release> overlay) {
        Map<String, Map<String, Release>> byProduct = new TreeMap<>();
        for (String product : fleetProducts) {
            byProduct.computeIfAbsent(rowsOf(product), rows -> byKb(patch.releases(rows)));
        }
        for (Release row : overlay) {
            Map<String, Release> rows = byProduct.get(rowsOf(row.product()));
            if (rows != null) {
                rows.put(row.kb(), row);
            }
        }
        return new KnownReleases(byProduct);
    }

    /// Whose files a hotpatch changes: those of the baseline that it names, else of the newest one before it, else
    /// those first sold.
    ///
    /// @param hotpatch one with a date
    /// @param rows with dates
    public static String madeFor(Release hotpatch, Collection<Release> rows) {
        if (hotpatch.baseline() != null) {
            return hotpatch.baseline();
        }
        return rows.stream()
                .filter(row -> row.kind().equals("BASELINE") && row.product().equals(hotpatch.product()))
                .filter(row -> !row.releaseDate().isAfter(hotpatch.releaseDate()))
                .max(ORDER)
                .map(Release::kb)
                .orElse(FIRST_SOLD);
    }

    /// The hotpatches of one quarter up to the given one, which is the last, in order of release.
    ///
    /// @param rows with dates
    public static List<String> quarter(Release last, Collection<Release> rows) {
        String files = madeFor(last, rows);
        return rows.stream()
                .filter(row -> row.isHotpatch() && row.product().equals(last.product()))
                .filter(row -> files.equals(madeFor(row, rows)) && ORDER.compare(row, last) <= 0)
                .sorted(ORDER)
                .map(Release::kb)
                .toList();
    }

    /// The product under whose name a fleet's product finds its releases.
    public static String rowsOf(String product) {
        return SERVED.equals(product) ? SERVING : product;
    }

    /// Products with releases of their own, in order of their names.
    public Set<String> products() {
        return byProduct.keySet();
    }

    /// The release of this KB that machines of a product can install.
    public Optional<Release> find(String product, String kb) {
        return seenBy(product).filter(row -> row.kb().equals(kb)).findFirst();
    }

    /// The releases that machines of a product can install.
    public Stream<Release> seenBy(String product) {
        return rows(rowsOf(product)).stream()
                .filter(row -> row.product().equals(product) || !SERVED.equals(product) || SHARED.contains(row.kind()));
    }

    /// The first month of which any of the products has a release.
    public Optional<YearMonth> firstMonth() {
        return byProduct.values().stream()
                .flatMap(rows -> rows.values().stream())
                .map(Release::month)
                .min(Comparator.naturalOrder());
    }

    /// Whether a month has a regular release of the product.
    public boolean covers(String product, YearMonth month) {
        return rows(product).stream().anyMatch(row -> row.month().equals(month) && REGULAR.contains(row.kind()));
    }

    public Optional<Release> newestBaselineBefore(String product, LocalDate date) {
        return rows(product).stream()
                .filter(row -> "BASELINE".equals(row.kind()) && row.releaseDate() != null)
                .filter(row -> row.releaseDate().isBefore(date))
                .max(ORDER);
    }

    /// The releases under a product's own name.
    public Collection<Release> rows(String product) {
        return byProduct.getOrDefault(product, Map.of()).values();
    }

    private static Map<String, Release> byKb(List<Release> rows) {
        Map<String, Release> byKb = new LinkedHashMap<>();
        rows.forEach(row -> byKb.put(row.kb(), row));
        return byKb;
    }
}
