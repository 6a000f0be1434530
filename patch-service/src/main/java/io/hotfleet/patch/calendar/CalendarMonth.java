package io.hotfleet.patch.calendar;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.RegularOffer;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/// What one month brings to one product.
///
/// @param kind of the regular offer; CUMULATIVE where the month has no hotpatch, null without data
/// @param planned false for a baseline in a month that was planned for a hotpatch
/// @param date when the offer appears; the second Tuesday in a forecast
/// @param releases the offer's rows, the one for machines on track first
/// @param text the same in a sentence
record CalendarMonth(
        YearMonth month,
        State state,
        Kind kind,
        boolean planned,
        LocalDate date,
        List<Release> releases,
        List<Release> outOfBand,
        String text) {
    enum State {
        KNOWN,
        /// A cumulative update but no hotpatch, for a product that has hotpatches: machines on track leave it.
        GAP,
        NO_DATA,
        FORECAST
    }

    static CalendarMonth of(YearMonth month, String product, Catalogue catalogue) {
        RegularOffer offer = catalogue.regular(product, month);
        List<Release> outOfBand = catalogue.releases(product).stream()
                .filter(release ->
                        release.kind() == Kind.OUT_OF_BAND && release.month().equals(month))
                .toList();
        if (offer.isEmpty()) {
            boolean open = catalogue.newestMonth(product).filter(month::isAfter).isPresent();
            return open ? forecast(month, outOfBand) : noData(month, outOfBand);
        }
        return known(month, offer, outOfBand, hasHotpatches(product, catalogue));
    }

    private static CalendarMonth known(
            YearMonth month, RegularOffer offer, List<Release> outOfBand, boolean hotpatches) {
        List<Release> releases = Stream.of(offer.baseline(), offer.hotpatch(), offer.cumulative())
                .filter(release -> release != null)
                .toList();
        Release first = releases.getFirst();
        boolean gap = hotpatches && first.kind() == Kind.CUMULATIVE;
        return new CalendarMonth(
                month,
                gap ? State.GAP : State.KNOWN,
                first.kind(),
                first.planned(),
                first.releaseDate(),
                releases,
                outOfBand,
                sentence(offer, gap));
    }

    private static CalendarMonth forecast(YearMonth month, List<Release> outOfBand) {
        Kind kind = Cadence.planned(month);
        String text = kind == Kind.BASELINE
                ? "Forecast: a planned baseline; every machine restarts."
                : "Forecast: a hotpatch, unless the vendor makes it a baseline.";
        return new CalendarMonth(
                month, State.FORECAST, kind, true, Cadence.patchTuesday(month), List.of(), outOfBand, text);
    }

    private static CalendarMonth noData(YearMonth month, List<Release> outOfBand) {
        return new CalendarMonth(
                month,
                State.NO_DATA,
                null,
                false,
                null,
                List.of(),
                outOfBand,
                "No data: the catalogue knows no regular release.");
    }

    private static String sentence(RegularOffer offer, boolean gap) {
        if (offer.baseline() != null) {
            return "%s baseline %s: every machine restarts."
                    .formatted(
                            offer.baseline().planned() ? "Planned" : "Unplanned",
                            offer.baseline().kb());
        }
        if (offer.hotpatch() == null) {
            return gap
                    ? "Gap: the cumulative update %s but no hotpatch; machines on track leave it."
                            .formatted(offer.cumulative().kb())
                    : "Cumulative update %s: every machine restarts."
                            .formatted(offer.cumulative().kb());
        }
        String others = offer.cumulative() == null
                ? "no cumulative update for the others is known."
                : "all others take %s and restart.".formatted(offer.cumulative().kb());
        return "Hotpatch %s without restart for machines on track; %s"
                .formatted(offer.hotpatch().kb(), others);
    }

    private static boolean hasHotpatches(String product, Catalogue catalogue) {
        return catalogue.releases(product).stream().anyMatch(release -> release.kind() == Kind.HOTPATCH);
    }
}
