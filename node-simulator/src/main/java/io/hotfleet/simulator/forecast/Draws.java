package io.hotfleet.simulator.forecast;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Patch.Slot;
import io.hotfleet.simulator.client.Summary;
import io.hotfleet.simulator.forecast.Outlook.Product;
import io.hotfleet.simulator.report.Report.Draw;
import io.hotfleet.simulator.report.Report.Forecast;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Many possible futures out of two plays: in each draw every open hotpatch slot becomes a baseline or not, and
/// its month's figures are taken from the play in which it did.
///
/// Licences cost the same in either play, so the cost of every draw is that of the plan.
public final class Draws {
    private final Outlook outlook;
    private final long seed;
    private final int runs;

    public Draws(Outlook outlook, long seed, int runs) {
        this.outlook = outlook;
        this.seed = seed;
        this.runs = runs;
    }

    /// @param allBaselines the same as `planned` where no slot is uncertain
    public Forecast combine(Summary planned, Summary allBaselines, BigDecimal cost) {
        List<Change> changes = new ArrayList<>();
        for (Product product : outlook.products()) {
            for (Slot slot : product.open()) {
                if (Outlook.isHotpatch(slot)) {
                    changes.add(Change.of(product, slot, planned, allBaselines));
                }
            }
        }
        long[] restarts = new long[runs];
        long[] minutes = new long[runs];
        for (int run = 0; run < runs; run++) {
            restarts[run] = planned.restarts();
            minutes[run] = planned.nodeDowntimeMinutes();
            for (Change change : changes) {
                if (Randoms.uniform(seed, change.product(), change.month(), run) < change.chance()) {
                    restarts[run] += change.restarts();
                    minutes[run] += change.minutes();
                }
            }
        }
        return new Forecast(outlook.months(), runs, draw(restarts), draw(minutes), new Draw(cost, cost));
    }

    /// What it changes if a slot becomes a baseline.
    private record Change(long product, long month, double chance, long restarts, long minutes) {
        static Change of(Product product, Slot slot, Summary planned, Summary allBaselines) {
            String month = slot.month().toString();
            long restarts = 0;
            long minutes = 0;
            for (Summary.Month row : rows(allBaselines, month, product.name())) {
                restarts += row.restarted();
                minutes += row.nodeDowntimeMinutes();
            }
            for (Summary.Month row : rows(planned, month, product.name())) {
                restarts -= row.restarted();
                minutes -= row.nodeDowntimeMinutes();
            }
            return new Change(Randoms.key(product.name()), Randoms.key(month), product.chance(), restarts, minutes);
        }

        private static List<Summary.Month> rows(Summary summary, String month, String product) {
            return summary.months().stream()
                    .filter(row -> row.month().equals(month))
                    .filter(row -> KnownReleases.rowsOf(row.product()).equals(product))
                    .toList();
        }
    }

    private static Draw draw(long[] figures) {
        long[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Draw(nearestRank(sorted, 50), nearestRank(sorted, 90));
    }

    private static BigDecimal nearestRank(long[] sorted, int percent) {
        int rank = Math.ceilDiv(sorted.length * percent, 100);
        return BigDecimal.valueOf(sorted[Math.max(rank, 1) - 1]);
    }
}
