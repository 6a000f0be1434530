package io.hotfleet.simulator.simulation;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.Manifest.Image;
import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.node.memory.cost.ReleaseContents;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Release;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Contents made up for the releases of a catalogue. Makes each once; not thread-safe.
public final class CatalogContents implements ReleaseContents {
    private final Function<String, Collection<Release>> catalogue;
    private final SyntheticManifests synthetic = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED);
    private final Map<String, List<Image>> files = new HashMap<>();
    private final Map<String, Manifest> hotpatches = new HashMap<>();

    /// @param catalogue the releases of a product
    public CatalogContents(Function<String, Collection<Release>> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Image> files(String product, String release) {
        String rows = KnownReleases.rowsOf(product);
        return files.computeIfAbsent(rows + '/' + release, _ -> synthetic.images(rows, release));
    }

    @Override
    public Manifest hotpatch(String product, String kb) {
        String rows = KnownReleases.rowsOf(product);
        return hotpatches.computeIfAbsent(rows + '/' + kb, _ -> manifest(rows, kb));
    }

    /// What a verified package holds takes the place of what is made up here.
    public void verified(Manifest hotpatch) {
        hotpatches.put(hotpatch.product() + '/' + hotpatch.kb(), hotpatch);
    }

    private Manifest manifest(String product, String kb) {
        List<Release> dated = catalogue.apply(product).stream()
                .filter(row -> row.releaseDate() != null)
                .toList();
        Release wanted = dated.stream()
                .filter(row -> row.isHotpatch() && row.kb().equals(kb))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kb + " is no dated hotpatch of " + product));
        return synthetic
                .hotpatch(product, KnownReleases.madeFor(wanted, dated), KnownReleases.quarter(wanted, dated))
                .manifest();
    }
}
