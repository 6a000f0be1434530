package io.hotfleet.node.batch;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.memory.cost.Lineage;
import io.hotfleet.node.memory.cost.ReleaseContents;
import io.hotfleet.node.workflow.Offer;
import io.hotfleet.node.workflow.Offer.Seal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What the machines of one track are offered over some months, in order, with what each offer leaves in
/// memory. Whoever may hotpatch takes baselines and whatever keeps the track; the others take the cumulative update of
/// each month. Immutable, shared by all threads.
final class YearPlan {
    /// Offers must lie so far apart that the one before has ended, retries included.
    static final Duration APART = Duration.ofHours(48);

    private static final Comparator<CalendarRelease> ORDER =
            Comparator.comparing(CalendarRelease::releaseDate).thenComparing(CalendarRelease::kb);

    private final boolean hotpatching;
    private final Installation start;
    private final List<Offer> offers = new ArrayList<>();
    private final long[] appearsSeconds;
    private final long[] kbKeys;
    private final UpdatePath[] paths;
    private final int stepsMax;
    private final Lineage[][] lineages = new Lineage[Shape.values().length][];

    private YearPlan(boolean hotpatching, Installation start, List<CalendarRelease> rows, ReleaseContents contents) {
        this.hotpatching = hotpatching;
        this.start = start;
        appearsSeconds =
                rows.stream().mapToLong(row -> row.appears().getEpochSecond()).toArray();
        kbKeys = rows.stream().mapToLong(row -> Randoms.key(row.kb())).toArray();
        paths = new UpdatePath[rows.size()];
        int most = 0;
        int steps = 0;
        for (int i = 0; i < rows.size(); i++) {
            CalendarRelease row = rows.get(i);
            paths[i] = row.isHotpatch() ? UpdatePath.HOTPATCH : UpdatePath.FILES;
            steps = row.isHotpatch() ? steps + 1 : 0;
            most = Math.max(most, steps);
            offers.add(
                    row.isHotpatch()
                            ? new Offer.Hotpatch(contents.hotpatch(row.product(), row.kb()), Seal.INTACT)
                            : new Offer.Files(row.kb(), contents.files(row.product(), row.kb()), Seal.INTACT));
        }
        stepsMax = most;
        for (Shape shape : Shape.values()) {
            lineages[shape.ordinal()] = lineages(shape);
        }
    }

    /// @param hotpatching whether for machines that can hotpatch
    static YearPlan of(
            boolean hotpatching,
            Collection<CalendarRelease> rows,
            YearMonth from,
            YearMonth to,
            ReleaseContents contents) {
        List<CalendarRelease> taken = rows.stream()
                .filter(row -> row.releaseDate() != null
                        && !row.month().isBefore(from)
                        && !row.month().isAfter(to))
                .filter(row ->
                        row.kind().equals("BASELINE") || (hotpatching ? row.isHotpatch() : isCumulative(row, rows)))
                .sorted(ORDER)
                .toList();
        for (int i = 1; i < taken.size(); i++) {
            Duration apart =
                    Duration.between(taken.get(i - 1).appears(), taken.get(i).appears());
            if (apart.compareTo(APART) < 0) {
                throw new IllegalArgumentException("%s and %s appear within %d hours of each other"
                        .formatted(taken.get(i - 1).kb(), taken.get(i).kb(), APART.toHours()));
            }
        }
        return new YearPlan(hotpatching, start(rows, from, contents), taken, contents);
    }

    /// A month with a baseline has no other regular release.
    private static boolean isCumulative(CalendarRelease row, Collection<CalendarRelease> rows) {
        return row.kind().equals("CUMULATIVE")
                && rows.stream()
                        .noneMatch(other -> other.month().equals(row.month())
                                && other.kind().equals("BASELINE"));
    }

    /// All begin with the newest files before the period.
    private static Installation start(Collection<CalendarRelease> rows, YearMonth from, ReleaseContents contents) {
        CalendarRelease newest = rows.stream()
                .filter(row -> row.releaseDate() != null && row.month().isBefore(from))
                .filter(row -> row.kind().equals("BASELINE") || row.kind().equals("CUMULATIVE"))
                .max(ORDER)
                .orElseThrow(() -> new IllegalArgumentException("no release before " + from));
        return Installation.fresh(newest.product(), newest.kb(), contents.files(newest.product(), newest.kb()));
    }

    /// Each makes its table here, so that all threads may ask it.
    private Lineage[] lineages(Shape shape) {
        Lineage[] after = new Lineage[offers.size()];
        Lineage lineage = Lineage.of(shape, start);
        for (int i = 0; i < after.length; i++) {
            lineage = switch (offers.get(i)) {
                case Offer.Hotpatch offer -> lineage.with(offer.manifest());
                case Offer.Files _ -> Lineage.of(shape, installation(i));
            };
            lineage.footprint();
            after[i] = lineage;
        }
        return after;
    }

    boolean isHotpatching() {
        return hotpatching;
    }

    Installation start() {
        return start;
    }

    /// What a baseline or cumulative update leaves on the disk.
    Installation installation(int number) {
        Offer.Files files = (Offer.Files) offers.get(number);
        return Installation.fresh(start.product(), files.kb(), files.files());
    }

    int size() {
        return kbKeys.length;
    }

    Offer offer(int number) {
        return offers.get(number);
    }

    /// When a machine finds the offer.
    ///
    /// @param drawn the machine's seed
    long foundSeconds(long drawn, int number) {
        return BatchState.foundSeconds(drawn, kbKeys[number], appearsSeconds[number]);
    }

    long kbKey(int number) {
        return kbKeys[number];
    }

    boolean isHotpatch(int number) {
        return paths[number] == UpdatePath.HOTPATCH;
    }

    UpdatePath path(int number) {
        return paths[number];
    }

    int stepsMax() {
        return stepsMax;
    }

    /// What machines of a shape booted from and applied once this one is in.
    Lineage lineage(int shape, int number) {
        return lineages[shape][number];
    }
}
