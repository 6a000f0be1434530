package io.hotfleet.simulator.fleet;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.node.memory.Installation;
import io.hotfleet.node.workflow.Offer;
import io.hotfleet.node.workflow.Offer.Seal;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Release;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The releases that a fleet knows, and what is in them. They are the fleet's own copy, taken when it was made, so
/// that its past never changes with the catalogue.
public final class FleetReleases {
    private static final Comparator<Release> ORDER =
            Comparator.comparing(Release::releaseDate).thenComparing(Release::kb);

    private final List<Release> rows;
    private final boolean folding;
    private final SyntheticManifests contents = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED);
    /// As many entries as the fleet has releases and products: bounded by the limit of rows.
    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();

    private final Map<String, List<Image>> files = new ConcurrentHashMap<>();

    /// @param folding whether hotpatches fold into the files at a restart
    FleetReleases(List<Release> rows, boolean folding) {
        this.rows = rows.stream().filter(row -> row.releaseDate() != null).toList();
        this.folding = folding;
    }

    public Optional<Release> find(String product, String kb) {
        String named = KnownReleases.rowsOf(product);
        return rows.stream()
                .filter(row -> row.kb().equals(kb)
                        && (row.product().equals(named) || row.product().equals(product)))
                .findFirst();
    }

    Optional<Release> newestBaseline(String product, Instant at) {
        String named = KnownReleases.rowsOf(product);
        return rows.stream()
                .filter(row -> row.product().equals(named) && row.kind().equals("BASELINE"))
                .filter(row -> !row.appears().isAfter(at))
                .max(ORDER);
    }

    /// @param seal what the check of the package found
    public Offer offer(String product, String kb, Seal seal) {
        Release release = require(product, kb);
        return release.isHotpatch()
                ? new Offer.Hotpatch(manifest(product, release), seal)
                : new Offer.Files(kb, newer(release), files(product, kb), seal);
    }

    /// @param verified what is in a package
    public Offer offer(Manifest verified) {
        return new Offer.Hotpatch(verified.withFolding(folding), Seal.INTACT);
    }

    Installation installation(String product, String kb) {
        Release release = require(product, kb);
        String named = KnownReleases.rowsOf(product);
        if (!release.isHotpatch()) {
            return Installation.fresh(named, kb, files(product, kb));
        }
        String baseline = KnownReleases.madeFor(release, rows);
        return Installation.fresh(named, baseline, files(product, baseline))
                .register(manifest(product, release))
                .restarted();
    }

    public Release require(String product, String kb) {
        return find(product, kb)
                .orElseThrow(
                        () -> ProblemException.invalid("/kb", "'" + kb + "' is no release of " + product + " here"));
    }

    private Manifest manifest(String product, Release release) {
        String named = KnownReleases.rowsOf(product);
        return manifests.computeIfAbsent(named + '/' + release.kb(), _ -> contents.hotpatch(
                        named, KnownReleases.madeFor(release, rows), KnownReleases.quarter(release, rows))
                .manifest()
                .withFolding(folding));
    }

    private Set<String> newer(Release release) {
        return rows.stream()
                .filter(row -> row.product().equals(release.product())
                        && row.releaseDate().isAfter(release.releaseDate()))
                .map(Release::kb)
                .collect(Collectors.toSet());
    }

    private List<Image> files(String product, String release) {
        String named = KnownReleases.rowsOf(product);
        return files.computeIfAbsent(named + '/' + release, _ -> contents.images(named, release));
    }
}
