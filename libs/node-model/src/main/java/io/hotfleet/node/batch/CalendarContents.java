package io.hotfleet.node.batch;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.node.memory.cost.ReleaseContents;
import java.util.Comparator;
import java.util.List;

/// Contents made up for the releases of one product, whose hotpatches name their baseline.
public record CalendarContents(List<CalendarRelease> rows) implements ReleaseContents {
    private static final SyntheticManifests SYNTHETIC = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED);
    private static final Comparator<CalendarRelease> ORDER =
            Comparator.comparing(CalendarRelease::releaseDate).thenComparing(CalendarRelease::kb);

    @Override
    public List<Image> files(String product, String release) {
        return SYNTHETIC.images(product, release);
    }

    @Override
    public Manifest hotpatch(String product, String kb) {
        List<CalendarRelease> hotpatches = rows.stream()
                .filter(row -> row.isHotpatch() && row.releaseDate() != null)
                .sorted(ORDER)
                .toList();
        CalendarRelease wanted = hotpatches.stream()
                .filter(row -> row.kb().equals(kb))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kb + " is no dated hotpatch of " + product));
        List<String> quarter = hotpatches.stream()
                .filter(row -> wanted.baseline().equals(row.baseline()) && ORDER.compare(row, wanted) <= 0)
                .map(CalendarRelease::kb)
                .toList();
        return SYNTHETIC.hotpatch(product, wanted.baseline(), quarter).manifest();
    }
}
