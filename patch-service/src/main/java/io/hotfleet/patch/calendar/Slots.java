package io.hotfleet.patch.calendar;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.RegularOffer;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.SharedHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/// The months of a span that the catalogue does not know yet, and how often a hotpatch month became a baseline so far.
///
/// @param unplannedBaselines known hotpatch slots that brought a baseline
/// @param slotsKnown months not planned as a baseline that brought a baseline or a hotpatch
record Slots(
        String product,
        YearMonth firstMonth,
        YearMonth newestMonth,
        int unplannedBaselines,
        int slotsKnown,
        List<Open> open) {
    /// @param kind as planned; any hotpatch may become a baseline
    record Open(YearMonth month, Kind kind, LocalDate date) {}

    static Slots of(String product, YearMonth from, YearMonth to, Catalogue catalogue) {
        List<RegularOffer> known = knownSlots(product, catalogue);
        YearMonth newest = catalogue.newestMonth(product).orElse(null);
        return new Slots(
                product,
                catalogue.firstMonth(product).orElse(null),
                newest,
                (int) known.stream().filter(offer -> offer.baseline() != null).count(),
                known.size(),
                months(from, to)
                        .filter(month -> newest == null || month.isAfter(newest))
                        .map(month -> new Open(month, Cadence.planned(month), Cadence.patchTuesday(month)))
                        .toList());
    }

    static Stream<YearMonth> months(YearMonth from, YearMonth to) {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1));
    }

    /// A product that uses another's releases sees no hotpatches, but its calendar is the other's.
    private static List<RegularOffer> knownSlots(String product, Catalogue catalogue) {
        String calendar = SharedHistory.calendarOf(product);
        YearMonth first = catalogue.firstMonth(calendar).orElse(null);
        if (first == null) {
            return List.of();
        }
        return months(first, catalogue.newestMonth(calendar).orElse(first))
                .filter(month -> Cadence.planned(month) == Kind.HOTPATCH)
                .map(month -> catalogue.regular(calendar, month))
                .filter(offer -> offer.withoutRestart() != null)
                .toList();
    }
}
