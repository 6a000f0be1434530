package io.hotfleet.patch.catalog;

import io.hotfleet.patch.catalog.Release.Kind;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The releases that one product sees, indexed: rollouts ask for them once a unit and month.
final class ReleaseHistory {
    private static final Set<Kind> REGULAR = EnumSet.of(Kind.BASELINE, Kind.HOTPATCH, Kind.CUMULATIVE);
    /// Undated rows come last, so that they never stand between two dated ones.
    private static final Comparator<Release> IN_TIME = Comparator.comparing(
                    Release::releaseDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Release::kb);

    static final ReleaseHistory EMPTY = new ReleaseHistory(List.of());

    private final List<Release> all;
    private final Map<String, Release> byKb;
    private final List<Release> baselines;
    private final List<Release> outOfBand;
    private final TreeMap<YearMonth, RegularOffer> offers = new TreeMap<>();

    ReleaseHistory(Collection<Release> releases) {
        all = releases.stream().sorted(IN_TIME).toList();
        byKb = Collections.unmodifiableMap(all.stream()
                .collect(Collectors.toMap(Release::kb, release -> release, (_, later) -> later, LinkedHashMap::new)));
        baselines = dated(Kind.BASELINE);
        outOfBand = dated(Kind.OUT_OF_BAND);
        all.stream()
                .filter(release -> REGULAR.contains(release.kind()) && release.releaseDate() != null)
                .forEach(release -> offers.merge(release.month(), RegularOffer.of(release), RegularOffer::joined));
    }

    List<Release> all() {
        return all;
    }

    Release find(String kb) {
        return byKb.get(kb);
    }

    List<Release> baselines() {
        return baselines;
    }

    List<Release> outOfBand() {
        return outOfBand;
    }

    /// Known months in order, each with what it offers.
    TreeMap<YearMonth, RegularOffer> offers() {
        return offers;
    }

    private List<Release> dated(Kind kind) {
        return all.stream()
                .filter(release -> release.kind() == kind && release.releaseDate() != null)
                .toList();
    }
}
