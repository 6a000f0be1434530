package io.hotfleet.licensing.entitlement;

import io.hotfleet.licensing.web.Sql;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// The key pairs. The first one is made at the first start, further ones by rotation; the newest signs, all are
/// published. A private part leaves the database for this process's memory only.
@ApplicationScoped
public class SigningKeys {
    /// Two replicas that start at once must not make two first keys: the number is ours alone.
    private static final String LOCK = "select pg_advisory_xact_lock(4851001)";

    private static final String NEWEST =
            "select jwk, created_at from signing_key order by created_at desc, kid limit 1";
    private static final String ALL = "select jwk from signing_key order by created_at desc, kid";
    private static final String INSERT = "insert into signing_key (kid, jwk, created_at) values (?, ?, ?)";

    private final DataSource database;
    private final Pool pool;
    private final Clock clock;
    private final TokenConfig config;
    private volatile EllipticCurveJsonWebKey current;

    SigningKeys(DataSource database, Pool pool, Clock clock, TokenConfig config) {
        this.database = database;
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    /// At start, before the first request: over the connection that migrated the schema, blocking.
    void load(@Observes StartupEvent start) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK);
            current = newest(statement);
            if (current == null) {
                current = generate(connection);
            }
            connection.commit();
        } catch (SQLException | JoseException e) {
            throw new IllegalStateException("No key to sign entitlements with", e);
        }
    }

    EllipticCurveJsonWebKey current() {
        return current;
    }

    public boolean isReady() {
        return current != null;
    }

    /// The public halves, newest first. Read each time: another replica may have made a key meanwhile.
    Uni<List<JsonWebKey>> published() {
        return Sql.list(pool, row -> parsed(row.getString(0)), ALL);
    }

    /// The newest key, or null if there is none or it is due to be replaced.
    private EllipticCurveJsonWebKey newest(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(NEWEST)) {
            if (!found.next()) {
                return null;
            }
            Instant created = found.getTimestamp(2).toInstant();
            boolean due = created.plus(config.rotateAfter()).isBefore(clock.instant());
            return due ? null : parsed(found.getString(1));
        }
    }

    private EllipticCurveJsonWebKey generate(Connection connection) throws JoseException, SQLException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, key.getKeyId());
            insert.setString(2, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        Log.infof("A new signing key was made: %s", key.getKeyId());
        return key;
    }

    private static EllipticCurveJsonWebKey parsed(String jwk) {
        try {
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }
}
