package io.hotfleet.simulator.forecast;

import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Patch.Slot;
import io.hotfleet.simulator.client.Patch.Slots;
import io.hotfleet.simulator.client.Release;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The open months of a rehearsal, and what may come in them.
///
/// @param products those with open months, in order of their names
public record Outlook(List<Product> products) {
    private static final String HOTPATCH = "HOTPATCH";
    private static final String BASELINE = "BASELINE";
    private static final String CUMULATIVE = "CUMULATIVE";

    /// @param chance of a planned hotpatch to become a baseline
    /// @param newestKnownBaseline null where the catalogue has none
    public record Product(String name, double chance, List<Slot> open, Release newestKnownBaseline) {
        boolean isOpen(String month) {
            return open.stream().anyMatch(slot -> slot.month().toString().equals(month));
        }
    }

    /// @param slots of every product of the fleet; months that the overlay tells of are no longer open
    public static Outlook of(List<Slots> slots, KnownReleases known) {
        List<Product> products = new ArrayList<>();
        for (Slots of : slots) {
            List<Slot> open = of.open().stream()
                    .filter(slot -> !known.covers(of.product(), slot.month()))
                    .sorted(Comparator.comparing(Slot::month))
                    .toList();
            if (!open.isEmpty()) {
                double chance = (of.unplannedBaselines() + 1.0) / (of.slotsKnown() + 2.0);
                Release newest = known.newestBaselineBefore(
                                of.product(), open.getFirst().date())
                        .orElse(null);
                products.add(new Product(of.product(), chance, open, newest));
            }
        }
        products.sort(Comparator.comparing(Product::name));
        return new Outlook(List.copyOf(products));
    }

    /// Whether any month is open.
    public boolean isNeeded() {
        return !products.isEmpty();
    }

    /// Whether the all-baselines play can differ from the planned one.
    public boolean isUncertain() {
        return products.stream().anyMatch(product -> product.open().stream().anyMatch(Outlook::isHotpatch));
    }

    public boolean isForecast(String month, String product) {
        return products.stream().anyMatch(one -> one.name().equals(KnownReleases.rowsOf(product)) && one.isOpen(month));
    }

    /// Open months of any product.
    public List<String> months() {
        return products.stream()
                .flatMap(product -> product.open().stream())
                .map(slot -> slot.month().toString())
                .distinct()
                .sorted()
                .toList();
    }

    /// Rows as the cadence plans them.
    public List<Release> planned() {
        return rows(false);
    }

    /// Rows with a baseline in every open month.
    public List<Release> allBaselines() {
        return rows(true);
    }

    static boolean isHotpatch(Slot slot) {
        return HOTPATCH.equals(slot.kind());
    }

    private List<Release> rows(boolean allBaselines) {
        List<Release> rows = new ArrayList<>();
        for (Product product : products) {
            Release known = product.newestKnownBaseline();
            String baseline = known == null ? null : known.kb();
            for (Slot slot : product.open()) {
                String kb = "FORECAST-" + product.name() + "-" + slot.month();
                if (allBaselines || !isHotpatch(slot)) {
                    baseline = kb;
                    rows.add(row(product, slot, BASELINE, kb, baseline));
                } else {
                    rows.add(row(product, slot, HOTPATCH, kb, baseline));
                    rows.add(row(product, slot, CUMULATIVE, kb + "-CU", baseline));
                }
            }
        }
        return rows;
    }

    private static Release row(Product product, Slot slot, String kind, String kb, String baseline) {
        YearMonth month = slot.month();
        boolean planned = !BASELINE.equals(kind) || !isHotpatch(slot);
        return new Release(
                product.name(),
                month,
                slot.date(),
                kind,
                kb,
                null,
                null,
                planned,
                HOTPATCH.equals(kind) ? "NEVER" : "ALWAYS",
                switch (kind) {
                    case BASELINE -> "SETS";
                    case HOTPATCH -> "KEEPS";
                    default -> "BREAKS";
                },
                baseline,
                "forecast",
                "planned cadence",
                null);
    }
}
