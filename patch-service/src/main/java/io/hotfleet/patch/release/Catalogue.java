package io.hotfleet.patch.release;

import io.hotfleet.patch.release.Release.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All releases known at one moment. Immutable; a key is (product, KB).
///
/// `windows-server-2022` has no release history of its own: it sees the baselines and cumulative updates of the
/// Azure Edition,
/// under the rows' own product name, and nothing else of it.
public final class Catalogue {
    static final String PRODUCT_SERVED = "windows-server-2022";
    static final String PRODUCT_SERVING = "windows-server-2022-azure-edition";

    private static final Set<Kind> SHARED = EnumSet.of(Kind.BASELINE, Kind.CUMULATIVE);
    private static final Set<Kind> REGULAR = EnumSet.of(Kind.BASELINE, Kind.HOTPATCH, Kind.CUMULATIVE);
    /// Undated rows come last, so that they never stand between two dated ones.
    private static final Comparator<Release> IN_TIME = Comparator.comparing(
                    Release::releaseDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Release::kb);

    private final Map<String, Map<String, Release>> rows;
    private final Map<String, List<Release>> ordered;

    private Catalogue(Map<String, Map<String, Release>> rows) {
        this.rows = rows;
        this.ordered = rows.keySet().stream().collect(Collectors.toUnmodifiableMap(p -> p, this::inTime));
    }

    public static Catalogue of(Collection<Release> releases) {
        return new Catalogue(Map.of()).overlaid(releases);
    }

    /// The same catalogue with further rows; a row replaces the one of the same product and KB.
    public Catalogue overlaid(Collection<Release> releases) {
        if (releases.isEmpty()) {
            return this;
        }
        Map<String, Map<String, Release>> merged = new TreeMap<>();
        rows.forEach((product, ofProduct) -> merged.put(product, new LinkedHashMap<>(ofProduct)));
        for (Release release : releases) {
            merged.computeIfAbsent(release.product(), _ -> new LinkedHashMap<>())
                    .put(release.kb(), release);
        }
        if (merged.containsKey(PRODUCT_SERVING)) {
            merged.computeIfAbsent(PRODUCT_SERVED, _ -> new LinkedHashMap<>());
        }
        return new Catalogue(merged);
    }

    /// Products with at least one row to see, in order of name.
    public List<String> products() {
        return ordered.keySet().stream().sorted().toList();
    }

    /// A product's releases in order of appearance and KB; those without a date come last.
    public List<Release> releases(String product) {
        return ordered.getOrDefault(product, List.of());
    }

    public Optional<Release> find(String product, String kb) {
        Release own = rows.getOrDefault(product, Map.of()).get(kb);
        if (own != null || !product.equals(PRODUCT_SERVED)) {
            return Optional.ofNullable(own);
        }
        return shared().filter(r -> r.kb().equals(kb)).findFirst();
    }

    /// The baselines that have a date, in order of appearance.
    public List<Release> baselines(String product) {
        return releases(product).stream()
                .filter(r -> r.kind() == Kind.BASELINE && r.releaseDate() != null)
                .toList();
    }

    /// The out-of-band releases that have a date, in order of appearance.
    public List<Release> outOfBand(String product) {
        return releases(product).stream()
                .filter(r -> r.kind() == Kind.OUT_OF_BAND && r.releaseDate() != null)
                .toList();
    }

    /// A month's one regular offer: a baseline suppresses the others; of two rows of a kind the later one holds.
    public RegularOffer regular(String product, YearMonth month) {
        Release baseline = newest(product, month, Kind.BASELINE);
        return baseline != null
                ? new RegularOffer(baseline, null, null)
                : new RegularOffer(
                        null, newest(product, month, Kind.HOTPATCH), newest(product, month, Kind.CUMULATIVE));
    }

    /// The first month with a regular release that has a date.
    public Optional<YearMonth> firstMonth(String product) {
        return months(product).min(Comparator.naturalOrder());
    }

    /// The last month with a regular release that has a date: an out-of-band release alone does not make a month known.
    public Optional<YearMonth> newestMonth(String product) {
        return months(product).max(Comparator.naturalOrder());
    }

    /// `sha256:` and the hash of all rows that the products see. Only what decides something is hashed: notes and
    /// sources are not.
    public String sha256(Collection<String> products) {
        TreeSet<String> lines = new TreeSet<>();
        for (String product : products) {
            releases(product).forEach(release -> lines.add(canonical(release)));
        }
        MessageDigest digest = digest();
        lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private List<Release> inTime(String product) {
        Stream<Release> own = rows.get(product).values().stream();
        if (!product.equals(PRODUCT_SERVED)) {
            return own.sorted(IN_TIME).toList();
        }
        Set<String> replaced = rows.get(product).keySet();
        return Stream.concat(own, shared().filter(r -> !replaced.contains(r.kb())))
                .sorted(IN_TIME)
                .toList();
    }

    private Stream<Release> shared() {
        return rows.getOrDefault(PRODUCT_SERVING, Map.of()).values().stream().filter(r -> SHARED.contains(r.kind()));
    }

    private Release newest(String product, YearMonth month, Kind kind) {
        return releases(product).stream()
                .filter(r -> r.kind() == kind && r.month().equals(month) && r.releaseDate() != null)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private Stream<YearMonth> months(String product) {
        return releases(product).stream()
                .filter(r -> REGULAR.contains(r.kind()) && r.releaseDate() != null)
                .map(Release::month);
    }

    private static String canonical(Release r) {
        return Stream.of(
                        r.product(),
                        r.month(),
                        r.releaseDate(),
                        r.kb(),
                        r.kind(),
                        r.build(),
                        r.revision(),
                        r.planned(),
                        r.restart(),
                        r.track(),
                        r.baseline())
                .map(field -> field == null ? "" : field.toString())
                .collect(Collectors.joining("|", "", "\n"));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
