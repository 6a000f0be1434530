package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.signature.Certificates;
import io.hotfleet.hotpatch.signature.Identity;
import io.hotfleet.hotpatch.signature.Issuer;
import io.hotfleet.hotpatch.signature.Issuer.Validity;
import io.hotfleet.hotpatch.signature.Trust;
import io.quarkus.logging.Log;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A chain for those who have none: made at the first start, kept in the database, its keys never shown.
final class DevelopmentChain {
    /// Two replicas that start at once must not make two chains: the number is ours alone.
    private static final String LOCK = "select pg_advisory_xact_lock(4851002)";

    private static final String READ = "select name, private_key, certificate from package_key";
    private static final String KEEP = """
            insert into package_key (name, private_key, certificate) values (?, ?, ?)
            on conflict (name) do update set private_key = excluded.private_key, certificate = excluded.certificate""";

    private static final Duration ROOT_LIFE = Duration.ofDays(20 * 365);
    private static final Duration SIGNER_LIFE = Duration.ofDays(3 * 365);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(90);
    private static final Duration LIST_LIFE = Duration.ofDays(7);
    private static final Duration LIST_REISSUED = Duration.ofDays(1);
    /// Clocks of replicas and nodes differ; nothing shall be "not valid yet".
    private static final Duration BACKDATED = Duration.ofHours(1);

    private enum Use {
        SIGNER("signer", Issuer.CODE_SIGNING),
        TIMESTAMP("timestamp", Issuer.TIME_STAMPING);

        private final String key;
        private final String extendedKeyUsage;

        Use(String key, String extendedKeyUsage) {
            this.key = key;
            this.extendedKeyUsage = extendedKeyUsage;
        }
    }

    private record Kept(PrivateKey key, X509Certificate certificate) {
        Issuer issuer(List<X509Certificate> above) {
            return new Issuer(key, certificate, above);
        }
    }

    private final Issuer root;
    private final Issuer intermediate;
    private final Identity signer;
    private final Identity timestamper;
    private Instant issued = Instant.EPOCH;
    private List<X509CRL> lists = List.of();

    private DevelopmentChain(Issuer root, Issuer intermediate, Identity signer, Identity timestamper) {
        this.root = root;
        this.intermediate = intermediate;
        this.signer = signer;
        this.timestamper = timestamper;
    }

    /// Reads the chain, makes it, or renews what signs, in one transaction.
    static DevelopmentChain load(Connection connection, Instant now) throws SQLException, GeneralSecurityException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
        Map<String, Kept> kept = read(connection);
        Validity life = new Validity(now.minus(BACKDATED), now.plus(ROOT_LIFE));
        Issuer root = kept.containsKey("root")
                ? kept.get("root").issuer(List.of())
                : Issuer.root("Hotfleet development root", life);
        Issuer intermediate = kept.containsKey("intermediate")
                ? kept.get("intermediate")
                        .issuer(List.of(kept.get("intermediate").certificate()))
                : root.intermediate("Hotfleet development intermediate", life);
        if (!kept.containsKey("root")) {
            keep(connection, "root", root.key(), root.certificate());
            keep(connection, "intermediate", intermediate.key(), intermediate.certificate());
            Log.info("A development chain for packages was made");
        }
        Identity signer = identity(connection, kept, Use.SIGNER, intermediate, now);
        Identity timestamper = identity(connection, kept, Use.TIMESTAMP, intermediate, now);
        connection.commit();
        return new DevelopmentChain(root, intermediate, signer, timestamper);
    }

    Identity signer() {
        return signer;
    }

    Identity timestamper() {
        return timestamper;
    }

    synchronized Trust trust(Instant now) {
        if (issued.plus(LIST_REISSUED).isBefore(now)) {
            Validity week = new Validity(now.minus(BACKDATED), now.plus(LIST_LIFE));
            lists = List.of(root.revocationList(Map.of(), week), intermediate.revocationList(Map.of(), week));
            issued = now;
        }
        return new Trust(root.certificate(), lists);
    }

    private static Identity identity(
            Connection connection, Map<String, Kept> kept, Use use, Issuer intermediate, Instant now)
            throws SQLException {
        Kept before = kept.get(use.key);
        if (before != null
                && before.certificate()
                        .getNotAfter()
                        .toInstant()
                        .minus(RENEWED_BEFORE)
                        .isAfter(now)) {
            return new Identity(before.key(), List.of(before.certificate(), intermediate.certificate()));
        }
        Validity life = new Validity(now.minus(BACKDATED), now.plus(SIGNER_LIFE));
        Identity made = intermediate.identity("Hotfleet development " + use.key, use.extendedKeyUsage, life);
        keep(connection, use.key, made.key(), made.certificate());
        return made;
    }

    private static Map<String, Kept> read(Connection connection) throws SQLException, GeneralSecurityException {
        Map<String, Kept> kept = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                PrivateKey key =
                        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(rows.getBytes(2)));
                kept.put(rows.getString(1), new Kept(key, Certificates.read(rows.getBytes(3))));
            }
        }
        return kept;
    }

    private static void keep(Connection connection, String name, PrivateKey key, X509Certificate certificate)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setString(1, name);
            statement.setBytes(2, key.getEncoded());
            statement.setBytes(3, Certificates.der(certificate));
            statement.executeUpdate();
        }
    }
}
