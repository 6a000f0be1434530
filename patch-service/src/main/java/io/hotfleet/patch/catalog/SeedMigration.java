package io.hotfleet.patch.catalog;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/// Brings the shipped release data into the table: at the first start, and again when a newer build ships other data.
///
/// A repeatable migration: Flyway then holds the lock between replicas, and keeps readiness back until it is done.
final class SeedMigration implements JavaMigration {
    /// What somebody imported is never overwritten; a shipped row that the newer file corrects is.
    private static final String MERGE = """
            insert into release
            select product, kb, month, "releaseDate", kind, build, revision, planned, restart, track, baseline,
                   confidence, source, note, false
            from jsonb_to_recordset(?::jsonb) as shipped (
                product text, kb text, month text, "releaseDate" date, kind text, build integer, revision integer,
                planned boolean, restart text, track text, baseline text, confidence text, source text, note text)
            on conflict (product, kb) do update set
                month = excluded.month, release_date = excluded.release_date, kind = excluded.kind,
                build = excluded.build, revision = excluded.revision, planned = excluded.planned,
                restart = excluded.restart, track = excluded.track, baseline = excluded.baseline,
                confidence = excluded.confidence, source = excluded.source, note = excluded.note,
                version = release.version + 1
            where not release.imported""";

    private static final String RAISE_VERSION = "update catalogue_version set version = version + 1";

    private final String shipped;

    SeedMigration(String shipped) {
        this.shipped = shipped;
    }

    /// None: that makes it repeatable, once for each checksum.
    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "shipped releases";
    }

    @Override
    public Integer getChecksum() {
        CRC32 checksum = new CRC32();
        checksum.update(shipped.getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement raise = context.getConnection().prepareStatement(RAISE_VERSION);
                PreparedStatement merge = context.getConnection().prepareStatement(MERGE)) {
            raise.executeUpdate();
            merge.setString(1, shipped);
            merge.executeUpdate();
        }
    }
}
