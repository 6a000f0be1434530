package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.signature.Certificates;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import io.hotfleet.hotpatch.signature.Trust;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Catalogues;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.ReleaseNotFound;
import io.hotfleet.postgres.EntityTransaction;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/// Takes packages in and hands them out.
@ApplicationScoped
class PackageService {
    private static final Duration CATALOGUE_WAIT_MAX = Duration.ofSeconds(10);

    private final PackagePublisher packages;
    private final PackageRepository repository;
    private final SigningAuthority authority;
    private final Catalogues catalogues;

    PackageService(
            PackagePublisher packages,
            PackageRepository repository,
            SigningAuthority authority,
            Catalogues catalogues) {
        this.packages = packages;
        this.repository = repository;
        this.authority = authority;
        this.catalogues = catalogues;
    }

    /// The root and the lists that a node needs to verify.
    record TrustView(String root, List<String> revocationLists) {
        static TrustView of(Trust trust) {
            return new TrustView(
                    Certificates.pem(trust.root()),
                    trust.revocationLists().stream().map(Certificates::pem).toList());
        }
    }

    /// @param created false where the same bytes were there already
    record Taken(String sha256, boolean created) {}

    TrustView trust() {
        return TrustView.of(authority.trust());
    }

    Page<PackageView> page(String product, PageRequest page) {
        packages.digests(catalogue());
        List<PackageView> views = EntityTransaction.run(() -> repository.page(authority.root(), product, page));
        return Page.of(views, page.limit(), PackageView::sha256);
    }

    byte[] content(String sha256) {
        return EntityTransaction.run(() -> repository.content(sha256))
                .orElseThrow(() ->
                        new ProblemException(ProblemType.PACKAGE_NOT_FOUND, "There is no package " + sha256 + "."));
    }

    /// The digest of the package that offers of the catalogue carry.
    String digest(String product, String kb) {
        Catalogue catalogue = catalogue();
        Release release = catalogue.find(product, kb).orElseThrow(() -> new ReleaseNotFound(product, kb));
        String digest = packages.digests(catalogue).of(release.product(), kb);
        if (digest == null) {
            throw new ProblemException(
                    ProblemType.PACKAGE_NOT_FOUND, "%s of %s is not installed as a hotpatch.".formatted(kb, product));
        }
        return digest;
    }

    /// Takes a package in for a release of the catalogue. Another one for the same release needs `replace`.
    Taken take(Lineage lineage, byte[] bytes, boolean replace) {
        SignedPackage checked = checked(lineage, bytes);
        StoredPackage taken = StoredPackage.of(checked, authority.root(), lineage.baseline(), true);
        return EntityTransaction.run(() -> repository
                .raiseVersion()
                .chain(_ -> repository.imported(authority.root(), lineage))
                .chain(before -> take(taken, before, replace)));
    }

    private Uni<Taken> take(StoredPackage taken, List<PackageView> before, boolean replace) {
        if (before.stream().anyMatch(one -> one.sha256().equals(taken.sha256))) {
            return Uni.createFrom().item(new Taken(taken.sha256, false));
        }
        if (!before.isEmpty() && !replace) {
            throw new ProblemException(
                    ProblemType.PACKAGE_DIFFERS,
                    "%s of %s has the package %s; ?replace=true replaces it."
                            .formatted(
                                    taken.kb, taken.product, before.getFirst().sha256()));
        }
        return repository.replace(taken).replaceWith(new Taken(taken.sha256, true));
    }

    Lineage lineage(String product, String kb) {
        Catalogue catalogue = catalogue();
        Release release = catalogue.find(product, kb).orElseThrow(() -> new ReleaseNotFound(product, kb));
        return Lineage.of(catalogue, release)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_A_HOTPATCH, "%s of %s is not installed as a hotpatch.".formatted(kb, product)));
    }

    private SignedPackage checked(Lineage lineage, byte[] bytes) {
        try {
            SignedPackage checked = SignedPackage.of(bytes, authority.trust(), authority.now());
            Manifest manifest = checked.manifest();
            if (!manifest.product().equals(lineage.product())
                    || !manifest.kb().equals(lineage.kb())
                    || !manifest.baselines().contains(lineage.baseline())) {
                throw new SignatureInvalid(
                        SignatureFault.MANIFEST_MISMATCH,
                        "The manifest is about %s of %s on %s; the release is %s of %s on %s."
                                .formatted(
                                        manifest.kb(),
                                        manifest.product(),
                                        manifest.baselines(),
                                        lineage.kb(),
                                        lineage.product(),
                                        lineage.baseline()));
            }
            return checked;
        } catch (SignatureInvalid broken) {
            throw new PackageRefused(broken);
        }
    }

    private Catalogue catalogue() {
        return catalogues.current().await().atMost(CATALOGUE_WAIT_MAX);
    }
}
