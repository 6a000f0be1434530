package io.hotfleet.patch.packaging;

import io.hotfleet.rest.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/// The table of packages. Lists leave the contents where they are.
@ApplicationScoped
class PackageRepository implements PanacheRepositoryBase<StoredPackage, String> {
    private static final String VIEW = """
            select p.sha256, p.product, p.kb, p.lineage, p.sequenceNumber, p.synthetic, p.imported, p.signer, p.signedAt,
              p.bytes
            from StoredPackage p where p.root = :root and not p.replaced""";
    private static final String IN_ORDER = " order by p.sha256";
    /// Goes before every import: its row lock lets one in at a time, and replicas read their digests anew.
    private static final String RAISE_VERSION = "update catalogue_version set version = version + 1";

    private static final String CONTENT = "select p.content from StoredPackage p where p.sha256 = :sha256";
    private static final String INSERT = """
            insert into package (sha256, root, product, kb, lineage, sequence, synthetic, imported, signer, signed_at, content)
            values (:sha256, :root, :product, :kb, :lineage, :sequence, :synthetic, :imported, :signer, :signedAt, :content)
            on conflict do nothing""";
    private static final String REPLACE = """
            update versioned StoredPackage p set p.replaced = true
            where p.root = :root and p.product = :product and p.kb = :kb and not p.replaced and p.sha256 <> :sha256
              and (p.lineage = :baseline or p.lineage like :madeUp)""";

    Uni<Integer> raiseVersion() {
        return getSession()
                .chain(session -> session.createNativeQuery(RAISE_VERSION).executeUpdate());
    }

    /// Every package that the root vouches for and that nothing has replaced.
    Uni<List<PackageView>> offered(String root) {
        return getSession()
                .chain(session ->
                        views(session, IN_ORDER).setParameter("root", root).getResultList());
    }

    /// @param product null for any, as `after`
    Uni<List<PackageView>> page(String root, String product, PageRequest page) {
        String filter = (product == null ? "" : " and p.product = :product") + " and p.sha256 > :after";
        return getSession().chain(session -> {
            Mutiny.SelectionQuery<PackageView> query = views(session, filter + IN_ORDER)
                    .setParameter("root", root)
                    .setParameter("after", page.after())
                    .setMaxResults(page.fetch());
            if (product != null) {
                query.setParameter("product", product);
            }
            return query.getResultList();
        });
    }

    Uni<List<PackageView>> imported(String root, Lineage lineage) {
        return getSession().chain(session -> views(
                        session, " and p.imported and p.product = :product and p.kb = :kb and p.lineage = :lineage")
                .setParameter("root", root)
                .setParameter("product", lineage.product())
                .setParameter("kb", lineage.kb())
                .setParameter("lineage", lineage.baseline())
                .getResultList());
    }

    Uni<Optional<byte[]>> content(String sha256) {
        return getSession()
                .chain(session -> session.createSelectionQuery(CONTENT, byte[].class)
                        .setParameter("sha256", sha256)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /// A package of the same lineage that is there already stays: other replicas make the same ones.
    Uni<Integer> insert(StoredPackage made) {
        return getSession().chain(session -> session.createNativeQuery(INSERT)
                .setParameter("sha256", made.sha256)
                .setParameter("root", made.root)
                .setParameter("product", made.product)
                .setParameter("kb", made.kb)
                .setParameter("lineage", made.lineage)
                .setParameter("sequence", made.sequenceNumber)
                .setParameter("synthetic", made.synthetic)
                .setParameter("imported", made.imported)
                .setParameter("signer", made.signer)
                .setParameter("signedAt", made.signedAt.atOffset(ZoneOffset.UTC))
                .setParameter("content", made.content)
                .executeUpdate());
    }

    /// Takes the place of what was imported before for the same release, and of what was made up for it.
    Uni<Void> replace(StoredPackage taken) {
        return getSession()
                .chain(session -> session.createMutationQuery(REPLACE)
                        .setParameter("root", taken.root)
                        .setParameter("product", taken.product)
                        .setParameter("kb", taken.kb)
                        .setParameter("sha256", taken.sha256)
                        .setParameter("baseline", taken.lineage)
                        .setParameter("madeUp", taken.lineage + " %")
                        .executeUpdate())
                .chain(_ -> findById(taken.sha256))
                .chain(before -> before == null ? persist(taken) : renewed(before))
                .replaceWithVoid();
    }

    private static Uni<StoredPackage> renewed(StoredPackage before) {
        before.replaced = false;
        return Uni.createFrom().item(before);
    }

    private static Mutiny.SelectionQuery<PackageView> views(Mutiny.Session session, String rest) {
        return session.createSelectionQuery(VIEW + rest, PackageView.class);
    }
}
