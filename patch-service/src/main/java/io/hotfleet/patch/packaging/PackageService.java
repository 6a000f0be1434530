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
import io.hotfleet.postgres.Database;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/// Takes packages in and hands them out.
@ApplicationScoped
class PackageService {
    private static final Duration CATALOGUE_WAIT_MAX = Duration.ofSeconds(10);

    private final PackagePublisher packages;
    private final PackageTables tables;
    private final SigningAuthority authority;
    private final Catalogues catalogues;
    private final Database database;

    PackageService(
            PackagePublisher packages,
            PackageTables tables,
            SigningAuthority authority,
            Catalogues catalogues,
            Database database) {
        this.packages = packages;
        this.tables = tables;
        this.authority = authority;
        this.catalogues = catalogues;
        this.database = database;
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

    Page<StoredPackage> page(String product, PageRequest page) {
        packages.digests(catalogue());
        return Page.of(tables.page(authority.root(), product, page), page.limit(), StoredPackage::sha256);
    }

    byte[] content(String sha256) {
        return tables.content(sha256)
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
        StoredPackage row = checked(lineage, bytes).stored(lineage.baseline(), true);
        return database.inTransaction(transaction -> {
            PackageTables.lock(transaction);
            List<StoredPackage> before = tables.ofRelease(authority.root(), lineage).stream()
                    .filter(StoredPackage::imported)
                    .toList();
            if (before.stream().anyMatch(one -> one.sha256().equals(row.sha256()))) {
                return new Taken(row.sha256(), false);
            }
            if (!before.isEmpty() && !replace) {
                throw new ProblemException(
                        ProblemType.PACKAGE_DIFFERS,
                        "%s of %s has the package %s; ?replace=true replaces it."
                                .formatted(
                                        lineage.kb(),
                                        lineage.product(),
                                        before.getFirst().sha256()));
            }
            PackageTables.replace(transaction, authority.root(), row, bytes);
            return new Taken(row.sha256(), true);
        });
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
