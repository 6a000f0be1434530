package io.hotfleet.patch.packaging;

import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.PageRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of packages. Statements outside a transaction stand alone; they block, so only for virtual threads.
@ApplicationScoped
class PackageTables {
    private static final String COLUMNS =
            "sha256, product, kb, lineage, sequence, synthetic, imported, signer, signed_at, octet_length(content)";
    private static final String OFFERED =
            "select " + COLUMNS + " from package where root = $1 and not replaced order by sha256";
    private static final String PAGE = "select " + COLUMNS + """
             from package where root = $1 and not replaced and ($2::text is null or product = $2)
              and ($3::text is null or sha256 > $3) order by sha256 limit $4""";
    private static final String OF_RELEASE = "select " + COLUMNS + """
             from package where root = $1 and product = $2 and kb = $3 and lineage = any($4) and not replaced""";
    private static final String CONTENT = "select content from package where sha256 = $1";
    private static final String INSERT = """
            insert into package (sha256, product, kb, lineage, sequence, synthetic, imported, signer, signed_at, content, root)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing""";
    private static final String REPLACE = """
            update package set replaced = true
            where root = $1 and product = $2 and kb = $3 and (lineage = $4 or starts_with(lineage, $4 || ' '))
              and not replaced and sha256 <> $5""";
    private static final String RENEW = "update package set replaced = false where sha256 = $1";
    /// Its row lock lets one change in at a time. Replicas take the catalogue as new, and with it the digests of its
    // packages.
    private static final String TELL = "update catalogue_version set version = version + 1";

    private final Pool pool;

    PackageTables(Pool pool) {
        this.pool = pool;
    }

    /// Every package that the root vouches for and that nothing has replaced.
    List<StoredPackage> offered(String root) {
        return packages(OFFERED, root);
    }

    List<StoredPackage> page(String root, String product, PageRequest page) {
        return packages(PAGE, root, product, page.after(), page.fetch());
    }

    List<StoredPackage> ofRelease(String root, Lineage lineage) {
        String[] lineages = {lineage.baseline(), lineage.text()};
        return packages(OF_RELEASE, root, lineage.product(), lineage.kb(), lineages);
    }

    Optional<byte[]> content(String sha256) {
        for (Row row : ask(CONTENT, Tuple.of(sha256))) {
            return Optional.of(row.getBuffer(0).getBytes());
        }
        return Optional.empty();
    }

    /// A package of the same lineage that is there already stays.
    void insert(String root, StoredPackage row, byte[] content) {
        ask(INSERT, Tuple.from(values(root, row, content)));
    }

    /// Lets one import in at a time.
    static void lock(Transaction transaction) {
        transaction.rows(TELL);
    }

    /// Takes the place of what was imported before for the same release, and of what was made up for it.
    static void replace(Transaction transaction, String root, StoredPackage row, byte[] content) {
        transaction.write(REPLACE, root, row.product(), row.kb(), row.lineage(), row.sha256());
        transaction.write(INSERT, values(root, row, content).toArray());
        transaction.write(RENEW, row.sha256());
    }

    private List<StoredPackage> packages(String sql, Object... parameters) {
        List<StoredPackage> found = new ArrayList<>();
        ask(sql, Tuple.from(parameters)).forEach(row -> found.add(read(row)));
        return found;
    }

    private RowSet<Row> ask(String sql, Tuple parameters) {
        return Transaction.await(
                pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters)));
    }

    private static List<Object> values(String root, StoredPackage row, byte[] content) {
        return List.of(
                row.sha256(),
                row.product(),
                row.kb(),
                row.lineage(),
                row.sequenceNumber(),
                row.synthetic(),
                row.imported(),
                row.signer(),
                row.signedAt().atOffset(ZoneOffset.UTC),
                Buffer.buffer(content),
                root);
    }

    private static StoredPackage read(Row row) {
        return new StoredPackage(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInteger(4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant(),
                row.getInteger(9));
    }
}
