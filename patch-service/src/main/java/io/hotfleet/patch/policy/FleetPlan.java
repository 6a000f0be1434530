package io.hotfleet.patch.policy;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.RegularOffer;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.policy.Offer.Dated;
import io.hotfleet.patch.policy.Offer.OutOfBand;
import io.hotfleet.patch.policy.Offer.Regular;
import io.hotfleet.postgres.Minutes;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Everything about a fleet that no report changes: what it was told, and what the catalogue offers it.
public final class FleetPlan {
    private static final int DAYS_AFTER_PERIOD = 60;
    private static final int MINUTES_A_DAY = 1_440;
    private static final long[] NEVER_ANY = {};
    private static final Comparator<Offer> IN_TIME = Comparator.comparingLong(Offer::appears)
            .thenComparing(offer -> offer instanceof Regular ? 0 : 1)
            .thenComparing(offer -> offer.rows().getFirst().release().kb());

    private final FleetDefinition definition;
    private final Catalogue catalogue;
    private final Catalogue published;
    private final Map<String, List<Offer>> offers = new HashMap<>();
    private final Map<String, Map<String, Dated>> rows = new HashMap<>();
    private final Map<String, long[]> appearances = new HashMap<>();
    private final Map<String, long[]> wakings = new HashMap<>();
    private final long start;
    private final long periodEnd;

    public FleetPlan(FleetDefinition definition, Catalogue catalogue) {
        this(definition, catalogue, catalogue);
    }

    /// @param published the catalogue without the fleet's own rows, by which a live fleet sees that it has changed
    public FleetPlan(FleetDefinition definition, Catalogue catalogue, Catalogue published) {
        this.definition = definition;
        this.catalogue = catalogue;
        this.published = published;
        this.start = definition.live() ? 0 : Minutes.firstOf(definition.from());
        this.periodEnd = definition.live()
                ? Minutes.NEVER
                : Minutes.firstOf(definition.to().plusMonths(1));
        for (String product : catalogue.products()) {
            offers.put(product, offersOf(product));
            rows.put(product, rowsOf(product));
            appearances.put(product, appearancesOf(product));
            wakings.put(product, wakingsOf(product));
        }
    }

    static long minute(Release release) {
        return Minutes.of(release.appears());
    }

    public FleetDefinition definition() {
        return definition;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Catalogue published() {
        return published;
    }

    /// The first instant of the period; 0 for a live fleet.
    public long start() {
        return start;
    }

    /// The first instant after the period; NEVER for a live fleet.
    public long periodEnd() {
        return periodEnd;
    }

    /// When the clock of a rehearsal stops, whatever is left.
    public long end() {
        return definition.live() ? Minutes.NEVER : periodEnd + (long) DAYS_AFTER_PERIOD * MINUTES_A_DAY;
    }

    /// A product's offers in order of appearance: dated, within the period, and such as strategy and policy admit.
    public List<Offer> offers(String product) {
        return offers.getOrDefault(product, List.of());
    }

    /// A dated release that the product sees, also one that is never offered; null if there is none.
    public Dated row(String product, String kb) {
        return kb == null ? null : rows.getOrDefault(product, Map.of()).get(kb);
    }

    /// When the next offer of the product appears after the minute, or NEVER.
    public long nextOffer(String product, long after) {
        for (long minute : wakings.getOrDefault(product, NEVER_ANY)) {
            if (minute > after) {
                return minute;
            }
        }
        return Minutes.NEVER;
    }

    /// The first moment after `until` that the whole fleet shares, or NEVER after the last one.
    public long nextBarrier(long until, Stream<String> products) {
        LongStream appearing =
                products.flatMapToLong(product -> LongStream.of(appearances.getOrDefault(product, NEVER_ANY)));
        LongStream calendar = LongStream.concat(LongStream.of(monthEnds()), LongStream.of(periodEnd, end()));
        return LongStream.concat(appearing, calendar)
                .filter(minute -> minute > until)
                .min()
                .orElse(Minutes.NEVER);
    }

    /// The months of the period, in order; none for a live fleet.
    public List<YearMonth> months() {
        return definition.live()
                ? List.of()
                : Stream.iterate(definition.from(), month -> !month.isAfter(definition.to()), m -> m.plusMonths(1))
                        .toList();
    }

    private long[] monthEnds() {
        return months().stream()
                .mapToLong(month -> Minutes.firstOf(month.plusMonths(1)))
                .toArray();
    }

    private List<Offer> offersOf(String product) {
        List<Offer> found = new ArrayList<>();
        monthsOf(product).forEach(month -> regular(product, month, found));
        catalogue.outOfBand(product).stream()
                .filter(this::admits)
                .forEach(release -> found.add(new OutOfBand(0, Dated.of(release))));
        found.sort(IN_TIME);
        List<Offer> numbered = new ArrayList<>();
        for (Offer offer : found) {
            numbered.add(offer.numbered(numbered.size()));
        }
        return List.copyOf(numbered);
    }

    private List<YearMonth> monthsOf(String product) {
        return catalogue.releases(product).stream()
                .map(Release::month)
                .filter(definition::covers)
                .distinct()
                .toList();
    }

    private void regular(String product, YearMonth month, List<Offer> into) {
        RegularOffer offer = catalogue.regular(product, month);
        if (!offer.isEmpty()) {
            into.add(Regular.of(
                    product,
                    month,
                    Dated.of(offer.baseline()),
                    Dated.of(offer.hotpatch()),
                    Dated.of(offer.cumulative())));
        }
    }

    private boolean admits(Release outOfBand) {
        if (!definition.covers(outOfBand.month())) {
            return false;
        }
        boolean keeps = outOfBand.track() == Release.TrackEffect.KEEPS;
        return switch (definition.policy().outOfBand()) {
            case NONE -> false;
            case HOTPATCH_ONLY -> keeps && definition.strategy().hotpatches();
            case ALL -> !keeps || definition.strategy().hotpatches();
        };
    }

    private Map<String, Dated> rowsOf(String product) {
        Map<String, Dated> found = new HashMap<>();
        catalogue.releases(product).stream()
                .filter(release -> release.releaseDate() != null)
                .forEach(release -> found.put(release.kb(), Dated.of(release)));
        return found;
    }

    private long[] wakingsOf(String product) {
        return offers(product).stream()
                .flatMap(offer -> offer.rows().stream())
                .mapToLong(Dated::appears)
                .distinct()
                .sorted()
                .toArray();
    }

    private long[] appearancesOf(String product) {
        return catalogue.releases(product).stream()
                .filter(release -> release.releaseDate() != null && definition.covers(release.month()))
                .mapToLong(FleetPlan::minute)
                .distinct()
                .sorted()
                .toArray();
    }
}
