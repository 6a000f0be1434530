package io.hotfleet.patch.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All releases known at one moment. Immutable; a key is (product, KB).
///
/// `windows-server-2022` has no release history of its own: it sees the baselines and cumulative updates
/// of the Azure Edition, under the rows' own product name, and nothing else of it.
public final class Catalogue {
    private static final Comparator<Release> BY_KEY =
            Comparator.comparing(Release::product).thenComparing(Release::month).thenComparing(Release::kb);

    private final Map<String, Map<String, Release>> rows;
    private final TreeMap<String, ReleaseHistory> histories = new TreeMap<>();

    private Catalogue(Map<String, Map<String, Release>> rows) {
        this.rows = rows;
        rows.forEach((product, own) -> histories.put(product, new ReleaseHistory(own.values())));
        if (rows.containsKey(SharedHistory.SERVING)) {
            histories.put(SharedHistory.SERVED, new ReleaseHistory(SharedHistory.seen(rows)));
        }
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
        rows.forEach((product, own) -> merged.put(product, new LinkedHashMap<>(own)));
        for (Release release : releases) {
            merged.computeIfAbsent(release.product(), _ -> new LinkedHashMap<>())
                    .put(release.kb(), release);
        }
        return new Catalogue(merged);
    }

    /// Every row once, under its own product, in order of product, month and KB.
    public List<Release> rows() {
        return rows.values().stream()
                .flatMap(own -> own.values().stream())
                .sorted(BY_KEY)
                .toList();
    }

    /// Products with releases to see, in order of name.
    public List<String> products() {
        return List.copyOf(histories.keySet());
    }

    /// A product's releases in order of appearance and KB; those without a date come last.
    public List<Release> releases(String product) {
        return history(product).all();
    }

    public Optional<Release> find(String product, String kb) {
        return Optional.ofNullable(history(product).find(kb));
    }

    /// The baselines that have a date, in order of appearance.
    public List<Release> baselines(String product) {
        return history(product).baselines();
    }

    /// The out-of-band releases that have a date, in order of appearance.
    public List<Release> outOfBand(String product) {
        return history(product).outOfBand();
    }

    /// A month's one regular offer: a baseline suppresses the others; of two rows of a kind the later one holds.
    public RegularOffer regular(String product, YearMonth month) {
        return history(product).offers().getOrDefault(month, RegularOffer.NOTHING);
    }

    /// The first month with a regular release that has a date.
    public Optional<YearMonth> firstMonth(String product) {
        return history(product).offers().keySet().stream().findFirst();
    }

    /// The last month with a regular release that has a date.
    /// An out-of-band release alone does not make a month known.
    public Optional<YearMonth> newestMonth(String product) {
        return Optional.ofNullable(history(product).offers().lastEntry()).map(Map.Entry::getKey);
    }

    /// `sha256:` and the hash of all rows that the products see.
    /// Only what decides something is hashed: notes and sources are not.
    public String sha256(Collection<String> products) {
        TreeSet<String> lines = new TreeSet<>();
        for (String product : products) {
            releases(product).forEach(release -> lines.add(canonical(release)));
        }
        MessageDigest digest = digest();
        lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private ReleaseHistory history(String product) {
        return histories.getOrDefault(product, ReleaseHistory.EMPTY);
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
