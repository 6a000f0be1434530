package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.Trust;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.postgres.EntityTransaction;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Publishes a package for every hotpatch of a catalogue, when the catalogue is first asked for.
@ApplicationScoped
public class PackagePublisher {
    private static final int CATALOGUES_MAX = 16;

    private final SigningAuthority authority;
    private final PackageRepository repository;
    private final Clock clock;
    private final PackageConfig config;
    private final SyntheticManifests contents = new SyntheticManifests(SyntheticManifests.PUBLISHED_SEED);
    /// A catalogue never changes, so its identity is the key.
    private final Map<Catalogue, PackageDigests> published = new LinkedHashMap<>(CATALOGUES_MAX, 0.75f, true);

    PackagePublisher(SigningAuthority authority, PackageRepository repository, Clock clock, PackageConfig config) {
        this.authority = authority;
        this.repository = repository;
        this.clock = clock;
        this.config = config;
    }

    /// The digests of a catalogue's packages; those that are not there yet are made. Blocks: for virtual threads.
    ///
    /// One caller at a time, so that fleets that are made together do not sign the same things.
    public synchronized PackageDigests digests(Catalogue catalogue) {
        PackageDigests known = published.get(catalogue);
        if (known == null) {
            known = publish(Lineage.all(catalogue));
            published.put(catalogue, known);
            if (published.size() > CATALOGUES_MAX) {
                published.remove(published.keySet().iterator().next());
            }
        }
        return known;
    }

    private PackageDigests publish(List<Lineage> lineages) {
        Map<String, PackageView> offered = offered();
        List<Lineage> missing = lineages.stream()
                .filter(lineage -> find(offered, lineage) == null)
                .toList();
        if (missing.isEmpty()) {
            return digests(lineages, offered);
        }
        if (offered.size() + missing.size() > config.packagesMax()) {
            throw new ProblemException(
                    ProblemType.PACKAGES_FULL,
                    "There would be more than %,d packages.".formatted(config.packagesMax()));
        }
        missing.forEach(this::make);
        Log.infof("%d packages were made and signed", missing.size());
        return digests(lineages, offered());
    }

    private void make(Lineage lineage) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Trust trust = authority.trust();
        byte[] content = contents.hotpatch(lineage.product(), lineage.baseline(), lineage.quarter())
                .encoded();
        SignedPackage made = SignedPackage.of(authority.signer().sign(content, now), trust, now);
        StoredPackage row = StoredPackage.of(made, authority.root(), lineage.text(), false);
        EntityTransaction.run(() -> repository.insert(row));
    }

    private Map<String, PackageView> offered() {
        Map<String, PackageView> offered = new HashMap<>();
        for (PackageView one : EntityTransaction.run(() -> repository.offered(authority.root()))) {
            offered.put(key(one.product(), one.kb(), one.lineage()), one);
        }
        return offered;
    }

    private static PackageDigests digests(List<Lineage> lineages, Map<String, PackageView> offered) {
        Map<String, Map<String, String>> byProduct = new HashMap<>();
        for (Lineage lineage : lineages) {
            byProduct
                    .computeIfAbsent(lineage.product(), _ -> new HashMap<>())
                    .put(lineage.kb(), find(offered, lineage).sha256());
        }
        return new PackageDigests(byProduct);
    }

    /// What was imported for a release comes before what was made up for it.
    private static PackageView find(Map<String, PackageView> offered, Lineage lineage) {
        PackageView imported = offered.get(key(lineage.product(), lineage.kb(), lineage.baseline()));
        return imported == null ? offered.get(key(lineage.product(), lineage.kb(), lineage.text())) : imported;
    }

    private static String key(String product, String kb, String lineage) {
        return product + '/' + kb + '/' + lineage;
    }
}
